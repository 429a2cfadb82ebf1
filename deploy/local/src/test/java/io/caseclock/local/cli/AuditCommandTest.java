package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.StackException;
import io.caseclock.local.audit.AuditReport;
import io.caseclock.local.audit.JournalAudit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the audit and the impact of a pack say at their end. */
class AuditCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void cases_without_a_difference_are_a_success() {
    assertThat(AuditCommand.print(report(2, 2, 0), 9, out)).isZero();
    assertThat(text()).contains("Monitor  2 cases", "Journal  2 cases");
  }

  @Test
  void a_difference_is_a_failure_on_either_side() {
    var journal =
        new JournalAudit.Report(1, 1, 0, List.of(), List.of(), List.of(), List.of("J1 differs"));

    assertThat(AuditCommand.print(new AuditReport(1, 1, List.of(), journal), 1, out)).isEqualTo(1);
    assertThat(
            AuditCommand.print(
                new AuditReport(1, 1, List.of("M1"), report(1, 1, 0).journal()), 1, out))
        .isEqualTo(1);
    assertThat(text()).contains("J1 differs", "M1");
  }

  @Test
  void no_case_at_all_is_no_success() {
    assertThat(AuditCommand.print(AuditReport.NOTHING, 5, out)).isEqualTo(3);
    assertThat(text()).contains("the journal holds 5 events of cases, but no deadline is open");
    assertThat(AuditCommand.print(AuditReport.NOTHING, 0, out)).isEqualTo(3);
    assertThat(text()).contains("there is no event of any case yet");
  }

  @Test
  void a_case_that_could_not_be_compared_is_named_and_no_success() {
    var journal =
        new JournalAudit.Report(2, 2, 0, List.of(), List.of(), List.of("J1: 400: no"), List.of());

    assertThat(AuditCommand.print(new AuditReport(2, 2, List.of(), journal), 9, out)).isEqualTo(1);
    assertThat(text())
        .contains("Monitor  2 cases", "1 个案件无法核验", "1 case could not be compared", "J1: 400: no");
  }

  @Test
  void what_was_left_out_is_told_in_both_languages_with_the_reason() {
    var journal =
        new JournalAudit.Report(9, 9, 1, List.of("J1"), List.of("J2", "J3"), List.of(), List.of());

    assertThat(AuditCommand.print(new AuditReport(9, 1, List.of(), journal), 9, out)).isZero();
    assertThat(text())
        .contains(
            "9 cases, 1 open deadline, 0 differences",
            "未核验 1 个案件：事件尚在途中",
            "1 case left out: events are still on the way",
            "未核验 1 个案件：超出一次试算的范围（接入事件1000个、2 MiB、期限1000项）: J1",
            "1 case left out: more than a preview takes (1,000 events of intake, 2 MiB of them,"
                + " 1,000 deadlines): J1",
            "未核验 2 个案件：日志中已没有其内容: J2, J3",
            "2 cases left out: the journal no longer has the contents: J2, J3");
  }

  @Test
  void cases_that_were_all_left_out_are_no_success() {
    assertThat(AuditCommand.print(report(0, 2, 2), 5, out)).isEqualTo(3);
    assertThat(AuditCommand.print(report(0, 2, 1), 5, out)).isZero();
  }

  @Test
  void several_trees_add_up() {
    var both = report(2, 3, 1).plus(report(1, 1, 0));

    assertThat(both)
        .isEqualTo(
            new AuditReport(
                3,
                3,
                List.of(),
                new JournalAudit.Report(4, 4, 1, List.of(), List.of(), List.of(), List.of())));
  }

  @Test
  void the_impact_on_several_trees_adds_up_and_on_none_is_no_success() throws Exception {
    assertThat(
            impact(
                "{\"cases\": 1, \"open\": 2, \"counts\": {\"moved\": 2}, \"unverified\": []}",
                "{\"cases\": 2, \"open\": 2, \"counts\": {\"moved\": 1, \"ends\": 1},"
                    + " \"unverified\": []}"))
        .isZero();
    assertThat(text())
        .contains("3 cases with 4 open deadlines compared; changes: {ends=1, moved=3}");
    assertThat(impact("{\"cases\": 0, \"open\": 0, \"counts\": {}, \"unverified\": []}"))
        .isEqualTo(3);
    assertThat(text()).contains("Nothing was compared");
  }

  @Test
  void it_is_said_of_a_pack_that_replaces_none_that_it_moves_nothing() throws Exception {
    var inForce = JSON.readTree("{\"packs\": [{\"id\": \"cn-example\"}]}");

    ImpactReport.noteIfNew("cn-example", inForce, out);
    assertThat(text()).isEmpty();

    ImpactReport.noteIfNew("other", inForce, out);
    assertThat(text()).contains("other is not in force");
  }

  @Test
  void where_nobody_names_a_unit_the_only_root_stands_for_all() {
    assertThat(TreeRoots.usual(List.of())).isEqualTo("9900");
    assertThat(TreeRoots.usual(List.of("8800"))).isEqualTo("8800");
    assertThat(TreeRoots.usual(List.of("8800", "9900"))).isEqualTo("9900");
    assertThatThrownBy(() -> TreeRoots.usual(List.of("7700", "8800")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("7700, 8800");
  }

  private int impact(String... reports) throws Exception {
    List<JsonNode> read = new java.util.ArrayList<>();
    for (var report : Arrays.asList(reports)) {
      read.add(JSON.readTree(report));
    }
    return ImpactReport.print(read, null, out);
  }

  private static AuditReport report(int cases, int journalCases, int behind) {
    return new AuditReport(
        cases,
        cases,
        List.of(),
        new JournalAudit.Report(
            journalCases, journalCases, behind, List.of(), List.of(), List.of(), List.of()));
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
