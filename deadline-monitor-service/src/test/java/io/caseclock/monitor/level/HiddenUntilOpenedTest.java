package io.caseclock.monitor.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Reader;
import io.caseclock.access.Role;
import io.caseclock.contract.CaseLevel;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.monitor.jdbc.JdbcAccesses;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.jdbc.JdbcHiddenCases;
import io.caseclock.monitor.level.Accesses.Place;
import io.caseclock.monitor.level.Accesses.Which;
import io.caseclock.monitor.level.BreakGlass.Outcome;
import io.caseclock.monitor.level.Review.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenUntilOpenedTest {

  private static final Instant START = Instant.parse("2026-07-20T02:00:00Z");
  private static final String CASE = "A990001";

  private final DataSource database = MonitorDatabase.fresh();
  private final Accesses accesses = new JdbcAccesses(database);
  private Instant now = START;

  @BeforeEach
  void aRestrictedCase() {
    var level = new SetLevel(CASE, CaseLevel.RESTRICTED, "示例", "S1", START);
    new JdbcCaseLevels(database).keep(level, null, 10);
    new Sql(database)
        .update(
            "insert into unit (id, path, name_zh, name_en, kind)"
                + " values ('X01', '/X01/', '示例', 'Sample', 'station')");
  }

  @Test
  void it_is_hidden_from_roles_that_do_not_supervise() {
    for (var role : Role.values()) {
      var isHidden = Set.of(Role.OFFICER, Role.LEGAL_OFFICER, Role.PROSECUTOR).contains(role);
      assertThat(hidden(caller(role, "O2")).ids().contains(CASE))
          .as(role.wire())
          .isEqualTo(isHidden);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "urn:precinct:X01, false",
    "urn:person:O2, true",
    "urn:person:account:li, true",
    "urn:caseclock:notification, true"
  })
  void whom_a_system_named_sees_it_and_whom_people_named_does_not(String source, boolean isHidden) {
    new Sql(database)
        .update(
            "insert into deadline (case_id, id, subject, rule, start_source, start_event, pack,"
                + " pack_version, rule_version, element, statutory, severity, list, unit, officer,"
                + " started_at, phase, provisional, revision, calendar_version, input_hash,"
                + " refused, updated_at) values (?, gen_random_uuid(), '', 'r', ?, 'e', 'p', '1',"
                + " '1', 'case-file', true, 'normal', 'case', 'X01', 'O2', ?, 'running', false, 1,"
                + " '1', '', '', ?)",
            CASE,
            source,
            Sql.utc(START),
            Sql.utc(START));

    assertThat(hidden(caller(Role.OFFICER, "O2")).ids().contains(CASE)).isEqualTo(isHidden);
  }

  @Test
  void who_has_it_in_their_units_opens_it_for_a_while() {
    var officer = caller(Role.OFFICER, null);

    assertThat(open(officer)).isInstanceOf(Outcome.Opened.class);
    assertThat(hidden(officer).ids()).isEmpty();
    assertThat(hidden(caller(Role.LEGAL_OFFICER, null)).ids()).containsExactly(CASE);
    assertThat(open(officer)).isInstanceOf(Outcome.SeenAlready.class);
    now = START.plus(Duration.ofHours(4));
    assertThat(hidden(officer).ids()).containsExactly(CASE);
  }

  @Test
  void whoever_opened_it_learns_until_when_and_nobody_else_does() {
    var officer = caller(Role.OFFICER, null);
    var end = START.plus(Duration.ofHours(4));
    open(officer);

    assertThat(accesses.openUntil(CASE, officer.name(), START)).contains(end);
    assertThat(accesses.openUntil(CASE, officer.name(), end.minusMillis(1))).contains(end);
    assertThat(accesses.openUntil(CASE, officer.name(), end)).isEmpty();
    assertThat(accesses.openUntil("A990002", officer.name(), START)).isEmpty();
    assertThat(accesses.openUntil(CASE, caller(Role.LEGAL_OFFICER, null).name(), START)).isEmpty();
  }

  @Test
  void a_review_without_a_need_ends_it_and_is_the_only_one() {
    var officer = caller(Role.OFFICER, "O2");
    var access = ((Outcome.Opened) open(officer)).access();
    now = START.plusSeconds(60);
    var review = new Review(Finding.UNJUSTIFIED, "示例", "S1", now);

    assertThat(accesses.page(new Which("X01", false), null, 10)).containsExactly(access);
    assertThat(accesses.review(access.id(), review)).isTrue();
    assertThat(accesses.review(access.id(), review)).isFalse();

    assertThat(hidden(officer).ids()).containsExactly(CASE);
    assertThat(accesses.page(new Which("X01", false), null, 10)).isEmpty();
    var reviewed = accesses.page(new Which("X01", true), null, 10).getFirst();
    assertThat(reviewed.review()).isEqualTo(review);
    assertThat(reviewed.until()).isEqualTo(now);
    assertThat(accesses.find("X02", access.id())).isEmpty();
    assertThat(accesses.page(new Which("X01", true), new Place(reviewed.at(), reviewed.id()), 10))
        .isEmpty();
  }

  private Outcome open(Caller caller) {
    return new BreakGlass(
            (unit, caseId) -> Optional.of("X01"),
            hidden(caller),
            accesses,
            Duration.ofHours(4),
            () -> now,
            UUID::randomUUID)
        .open(caller, CASE, "示例");
  }

  private HiddenCases hidden(Caller caller) {
    return new JdbcHiddenCases(database, () -> Reader.of(caller), () -> now);
  }

  private static Caller caller(Role role, @Nullable String officer) {
    return new Caller("account-" + role.wire(), Set.of(role), "X01", officer);
  }
}
