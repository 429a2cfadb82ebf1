package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.watch.StandingFindings;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.CaseEventWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found is kept with the word on it, and stands as long as the events show it. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class KeptFindingsTest {

  private static final String RECORDED = "finding-recorded";

  @Inject MonitorTestBench bench;
  @Inject DataSource dataSource;

  private String caseId = "";

  @BeforeEach
  void aCaseInSummer() {
    bench.clock().set("2026-07-10T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    sent(bench.event(caseId, "case-filed", "2026-07-09T02:00:00Z", Map.of()));
  }

  @Test
  void a_recorded_one_stands_with_whose_it_is_and_what_it_says() {
    recorded();

    assertThat(findings())
        .containsExactly(
            "recorded case X0101 O1 the seal is missing 2026-07-10T02:00:00Z standing");
  }

  @Test
  void its_notice_once_closed_rectifies_it() {
    var finding = recorded();
    bench.clock().set("2026-07-12T02:00:00Z");
    told(finding, "notice-signed");
    assertThat(findings()).allMatch(each -> each.endsWith("standing"));

    told(finding, "notice-closed");

    assertThat(findings())
        .containsExactly(
            "recorded case X0101 O1 the seal is missing 2026-07-10T02:00:00Z rectified");
  }

  @Test
  void a_notice_that_is_withdrawn_takes_it_away() {
    told(recorded(), "notice-withdrawn");

    assertThat(findings()).allMatch(each -> each.endsWith("corrected"));
  }

  @Test
  void what_is_taken_back_stands_no_more_and_stands_again_when_that_is_taken_back() {
    var finding = recorded();
    var withdrawal = withdrawn(finding);
    assertThat(findings()).allMatch(each -> each.endsWith("corrected"));

    withdrawn(withdrawal);

    assertThat(findings()).hasSize(1).allMatch(each -> each.endsWith("standing"));
  }

  private CaseEvent recorded() {
    return sent(
        bench.event(
            caseId,
            RECORDED,
            "2026-07-10T01:00:00Z",
            Map.of("element", "case", "provision", "-", "text", "the seal is missing")));
  }

  private CaseEvent withdrawn(CaseEvent event) {
    var id = event.eventId();
    return sent(
        bench.event(
            caseId,
            "event-withdrawn",
            "2026-07-10T02:00:00Z",
            Map.of("source", id.source(), "id", id.id(), "reason", "a mistake")));
  }

  private void told(CaseEvent finding, String type) {
    var notice = StandingFindings.noticeOf("finding:" + finding.eventId());
    var event =
        new CaseEvent(
            new EventId(EventId.NOTIFICATION, UUID.randomUUID().toString()),
            type,
            new Subject("notice", notice),
            caseId,
            Instant.parse("2026-07-11T02:00:00Z"),
            bench.clock().instant(),
            null,
            "X0101",
            "O1",
            Map.of());
    bench.sendRaw("notice-events", CaseEventWire.write(event));
    bench.awaitEvaluated(event);
  }

  private CaseEvent sent(CaseEvent event) {
    bench.send(event);
    bench.awaitEvaluated(event);
    return event;
  }

  private List<String> findings() {
    return new Sql(dataSource)
        .query(
            "select cause, element, unit, officer, text_en, raised_at,"
                + " coalesce(ended_as, 'standing') as state from finding where case_id = ?",
            row ->
                String.join(
                    " ",
                    row.getString("cause"),
                    row.getString("element"),
                    row.getString("unit"),
                    row.getString("officer"),
                    row.getString("text_en"),
                    Sql.required(row, "raised_at").toString(),
                    row.getString("state")),
            caseId);
  }
}
