package io.caseclock.notify.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseLevel;
import io.caseclock.contract.CaseLevelStated.Access;
import io.caseclock.notify.Office;
import io.caseclock.notify.job.AccessJob;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class TellAccessTest {

  private static final Instant UNTIL = Instant.parse("2026-03-13T09:00:00Z");

  /** Of everything in all units, by somebody with nobody above. */
  private static final String SILENCE =
      """
      insert into silence (id, unit, reason, author, author_line, created_at, starts_at, ends_at,
        approved_by, approved_at)
      select 'S-1', 'D01', 'x', 'L9', '{D01}', at, at, until, 'S1', at
      from (values (?::timestamptz, ?::timestamptz)) span (at, until)
      """;

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

  @Inject Office office;
  @Inject AccessJob job;
  @Inject RestrictedOffice restricted;

  private final UUID id = UUID.randomUUID();
  private final Access access = RestrictedOffice.access(id, UNTIL);

  @BeforeEach
  void open() {
    restricted.open();
    restricted.restrict();
  }

  private List<String> told() {
    return office.texts(
        "select recipient || ' ' || channel from message_recipient where message_id = ?",
        "break-glass:" + id);
  }

  @Test
  void the_supervisor_is_told_who_opened_it_until_when_and_why_and_nobody_else_is() {
    restricted.hears(RestrictedOffice.stated(2, CaseLevel.RESTRICTED, access));

    assertThat(told()).containsExactly("S1 in-app");
    assertThat(office.text("select text_en from message where id = ?", "break-glass:" + id))
        .contains(
            RestrictedOffice.CASE, "O2", "2026", "Reason given: “an invented reason”. Review");
    assertThat(office.text("select text_zh from message where id = ?", "break-glass:" + id))
        .contains(RestrictedOffice.CASE, "O2", "应急查看", "“an invented reason”。请予审查");
    assertThat(office.texts("select person from inbox_entry where kind = 'finding'"))
        .containsExactly("S1");
  }

  @Test
  void neither_a_silence_of_the_unit_nor_a_digest_or_budget_holds_it_back() {
    office.texts(SILENCE + " returning id", SINCE, Instant.parse("2099-01-01T00:00:00Z"));
    restricted.hears(RestrictedOffice.stated(2, CaseLevel.RESTRICTED, access));

    assertThat(
            office.texts(
                "select state || ' ' || critical from message_recipient where message_id = ?",
                "break-glass:" + id))
        .containsExactly("sent true");
    assertThat(office.texts("select person from inbox_entry where kind = 'finding'"))
        .containsExactly("S1");
  }

  @Test
  void it_is_told_once_however_often_it_is_stated() {
    var first = RestrictedOffice.stated(2, CaseLevel.RESTRICTED, access);
    restricted.hears(first, first);
    office.takesIn(Office.officer("S2", "D01", "supervisor"));
    restricted.hears(first, RestrictedOffice.stated(3, CaseLevel.RESTRICTED, access));

    assertThat(told()).containsExactly("S1 in-app");
  }

  @Test
  void one_that_was_reviewed_before_it_was_heard_of_is_not_told() {
    var reviewed =
        new Access(
            id, "D0102", "account-O2", "O2", "D0102", "x", RestrictedOffice.SINCE, UNTIL, true);
    restricted.hears(RestrictedOffice.stated(2, CaseLevel.RESTRICTED, reviewed));

    assertThat(told()).isEmpty();
  }

  @Test
  void a_supervisor_who_opened_it_is_not_asked_to_review_it() {
    office.takesIn(Office.officer("O2", "D0102", "supervisor"));
    restricted.hears(RestrictedOffice.stated(2, CaseLevel.RESTRICTED, access));

    assertThat(told()).containsExactly("S1 in-app");
  }

  @Test
  void where_no_supervisor_is_known_one_is_told_once_there_is_one() {
    office.takesIn(Office.officer("S1", "D01", "officer"));
    restricted.hears(RestrictedOffice.stated(2, CaseLevel.RESTRICTED, access));
    round();
    assertThat(told()).isEmpty();

    // Stated again meanwhile, it is not forgotten.
    restricted.hears(RestrictedOffice.stated(3, CaseLevel.RESTRICTED, access));
    office.takesIn(Office.officer("S2", "D01", "supervisor"));
    round();
    assertThat(told()).containsExactly("S2 in-app");
    assertThat(office.text("select text_en from message where id = ?", "break-glass:" + id))
        .contains(RestrictedOffice.CASE, "O2", "an invented reason");

    office.takesIn(Office.officer("S3", "D01", "supervisor"));
    round();
    assertThat(told()).containsExactly("S2 in-app");
    assertThat(office.texts("select reason from case_access where reason is not null")).isEmpty();
  }

  @Test
  void what_was_reviewed_before_anybody_was_told_is_told_to_nobody() {
    office.takesIn(Office.officer("S1", "D01", "officer"));
    restricted.hears(RestrictedOffice.stated(2, CaseLevel.RESTRICTED, access));
    restricted.hears(
        RestrictedOffice.stated(
            3,
            CaseLevel.RESTRICTED,
            new Access(
                id,
                "D0102",
                "account-O2",
                "O2",
                "D0102",
                "x",
                RestrictedOffice.SINCE,
                UNTIL,
                true)));
    office.takesIn(Office.officer("S2", "D01", "supervisor"));
    round();

    assertThat(told()).isEmpty();
  }

  private void round() {
    job.run();
    office.settle();
  }

  @Test
  void an_older_statement_changes_nothing() {
    restricted.hears(RestrictedOffice.stated(5, CaseLevel.RESTRICTED));
    restricted.hears(RestrictedOffice.stated(4, CaseLevel.ORDINARY, access));

    assertThat(office.text("select level || version from case_level")).isEqualTo("restricted5");
    assertThat(office.texts("select id::text from case_access")).isEmpty();
    assertThat(told()).isEmpty();
  }
}
