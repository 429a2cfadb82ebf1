package io.caseclock.monitor.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseLevel;
import io.caseclock.contract.CaseLevelStated;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.monitor.jdbc.JdbcAccesses;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.level.CaseLevels.Kept;
import io.caseclock.monitor.level.Review.Finding;
import io.caseclock.wire.CaseLevelWire;
import io.caseclock.wire.Json;
import io.caseclock.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LevelsAreToldTest {

  private static final Instant START = Instant.parse("2026-07-20T02:00:00Z");
  private static final String CASE = "A990001";

  private final DataSource database = MonitorDatabase.fresh();
  private final Sql sql = new Sql(database);
  private final CaseLevels levels = new JdbcCaseLevels(database);
  private final Accesses accesses = new JdbcAccesses(database);

  private static SetLevel set(CaseLevel level, Instant at) {
    return new SetLevel(CASE, level, "示例", "S1", at);
  }

  private static Access access(UUID id, Instant at) {
    return new Access(
        id, CASE, "X01", "account-" + id, "O2", "X0101", "示例", at, at.plusSeconds(3_600), null);
  }

  private void named(String officer, String source) {
    sql.update(
        "insert into deadline (case_id, id, subject, rule, start_source, start_event, pack,"
            + " pack_version, rule_version, element, statutory, severity, list, unit, officer,"
            + " started_at, phase, provisional, revision, calendar_version, input_hash,"
            + " refused, updated_at) values (?, gen_random_uuid(), '', 'r', ?, 'e', 'p', '1',"
            + " '1', 'case-file', true, 'normal', 'case', 'X01', ?, ?, 'running', false, 1,"
            + " '1', '', '', ?)",
        CASE,
        source,
        officer,
        START,
        START);
  }

  /** As the relay would send them. */
  private List<CaseLevelStated> told() {
    return sql.query(
        "select aggregateid, headers::text, payload from outbox"
            + " where aggregatetype = 'case-levels' order by seq",
        row -> CaseLevelWire.read(read(row.getString(1), row.getString(2), row.getBytes(3))));
  }

  private static WireRecord read(String key, String headers, byte[] payload) {
    Map<String, String> attributes = new HashMap<>();
    Json.object(headers.getBytes(StandardCharsets.UTF_8))
        .forEach(
            (name, value) -> {
              if (name.startsWith("ce_")) {
                attributes.put(name.substring(3), String.valueOf(value));
              }
            });
    return new WireRecord(key, attributes, payload);
  }

  @Test
  void a_level_is_told_with_the_officers_whom_systems_named() {
    named("O3", "urn:precinct:x");
    named("O1", "urn:precinct:x");
    named("O2", "urn:person:O2");
    named("O4", "urn:caseclock:notification");

    levels.keep(set(CaseLevel.RESTRICTED, START), null, 10);
    levels.keep(set(CaseLevel.ORDINARY, START.plusSeconds(1)), null, 10);

    assertThat(told())
        .extracting(CaseLevelStated::level)
        .containsExactly(CaseLevel.RESTRICTED, CaseLevel.ORDINARY);
    assertThat(told()).allSatisfy(one -> assertThat(one.officers()).containsExactly("O1", "O3"));
    assertThat(told()).extracting(CaseLevelStated::version).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_level_that_is_refused_is_not_told() {
    assertThat(levels.keep(set(CaseLevel.RESTRICTED, START), null, 0)).isEqualTo(Kept.TOO_MANY);

    assertThat(told()).isEmpty();
  }

  @Test
  void an_access_is_told_and_so_is_its_review() {
    levels.keep(set(CaseLevel.RESTRICTED, START), null, 10);
    var id = UUID.randomUUID();
    accesses.keep(access(id, START.plusSeconds(1)));
    accesses.review(id, new Review(Finding.JUSTIFIED, "示例", "S1", START.plusSeconds(2)));
    accesses.review(id, new Review(Finding.UNJUSTIFIED, "示例", "S1", START.plusSeconds(3)));
    var other = UUID.randomUUID();
    accesses.keep(access(other, START.plusSeconds(4)));
    accesses.review(other, new Review(Finding.UNJUSTIFIED, "示例", "S1", START.plusSeconds(5)));

    assertThat(told().stream().map(one -> one.accesses().stream().map(LevelsAreToldTest::text)))
        .map(Stream::toList)
        .containsExactly(
            List.of(),
            List.of(id + " false"),
            List.of(id + " true"),
            List.of(other + " false", id + " true"),
            List.of(id + " true"));
  }

  private static String text(CaseLevelStated.Access access) {
    return access.id() + " " + access.reviewed();
  }

  @Test
  void what_a_former_version_set_is_told_once() {
    sql.update(
        "insert into case_level (case_id, level, reason, by_person, at)"
            + " values (?, 'restricted', 'x', 'S1', ?)",
        CASE,
        START);

    assertThat(levels.tellUntold(10, START.plusSeconds(60))).isEqualTo(1);
    assertThat(levels.tellUntold(10, START.plusSeconds(61))).isZero();

    sql.update(
        "insert into break_glass (id, case_id, unit, account, from_unit, reason, at, until_at)"
            + " values (gen_random_uuid(), ?, 'X01', 'account', 'X01', 'x', ?, ?)",
        CASE,
        START.plusSeconds(120),
        START.plusSeconds(3_600));
    assertThat(levels.tellUntold(10, START.plusSeconds(180))).isEqualTo(1);
    assertThat(levels.tellUntold(10, START.plusSeconds(181))).isZero();
    assertThat(told()).extracting(one -> one.accesses().size()).containsExactly(0, 1);
  }

  @Test
  void nothing_is_untold_that_was_told_when_it_changed() {
    levels.keep(set(CaseLevel.RESTRICTED, START.plusNanos(1_700)), null, 10);
    accesses.keep(access(UUID.randomUUID(), START.plusSeconds(1)));

    assertThat(levels.tellUntold(10, START.plusSeconds(60))).isZero();
  }
}
