package io.caseclock.notify.notice.panache;

import static io.caseclock.notify.Office.breachOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.IssueNotice;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A batch writes its notices together, and each as it would be written by itself. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ANoticeOfABatchTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");
  private static final List<String> TABLES =
      List.of("notice", "notice_fault", "notice_step", "notice_paper", "notice_counter", "message");

  @Inject Office office;
  @Inject IssueNotice issueNotice;
  @Inject FaultFactory faults;
  @Inject BatchCache batch;

  @Test
  void is_the_same_in_every_column_as_one_that_is_issued_alone() {
    office.open();
    QuarkusTransaction.requiringNew().run(this::issue);
    var alone = rows();

    office.open();
    QuarkusTransaction.requiringNew().run(() -> batch.during(this::issue));

    assertThat(rows()).isEqualTo(alone);
    assertThat(office.texts("select number from notice")).hasSize(2);
  }

  /** One about a deadline, and one about a finding, which has none. */
  private void issue() {
    issueNotice.issue(faults.of(breachOf("D1")), Actor.SYSTEM, NOW);
    issueNotice.issue(faults.of(finding()), Actor.SYSTEM, NOW);
  }

  private static FindingRaised finding() {
    return new FindingRaised(
        "F1",
        "A1",
        new Subject("case", "A1"),
        "D0102",
        null,
        "recorded",
        "case",
        "示例规定 第二条",
        new Names("未告知权利", "Rights were not told"),
        NOW);
  }

  private List<String> rows() {
    return TABLES.stream().flatMap(this::rows).toList();
  }

  private Stream<String> rows(String table) {
    return office.texts("select to_jsonb(t)::text from " + table + " t order by 1").stream();
  }
}
