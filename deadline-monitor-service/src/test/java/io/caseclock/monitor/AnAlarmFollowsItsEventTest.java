package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.CurrentTraces;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.trace.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An alarm goes on in the trace of the event by which it was planned, weeks later too. */
class AnAlarmFollowsItsEventTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final Instant BEGUN_AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final String CASE = "A9900000000000001";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final Sql sql = new Sql(dataSource);
  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Tracing tracing =
      Tracing.by(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(exported))
                      .build())
              .build());

  @Test
  void its_record_is_a_part_of_the_trace() {
    CurrentTraces.during(Map.of(CASE, PARENT), () -> takeCaseFiled());

    sweep(tracing);

    assertThat(told())
        .isNotEmpty()
        .allMatch(trace -> trace.startsWith("00-" + TRACE) && !trace.equals(PARENT));
    assertThat(exported.getFinishedSpanItems())
        .hasSameSizeAs(told())
        .allMatch(span -> span.getName().equals("tell alarm"))
        .extracting(SpanData::getTraceId)
        .containsOnly(TRACE);
  }

  @Test
  void while_no_traces_are_written_it_has_none() {
    takeCaseFiled();

    sweep(Tracing.off());

    assertThat(
            sql.query(
                "select 1 from outbox where headers ->> 'ce_traceparent' is not null", row -> 1))
        .isEmpty();
    assertThat(sql.query("select 1 from outbox where type = 'deadline-breached'", row -> 1))
        .isNotEmpty();
  }

  private List<String> told() {
    return sql.query(
        "select headers ->> 'ce_traceparent' from outbox"
            + " where type in ('deadline-approaching', 'deadline-breached')",
        row -> row.getString(1));
  }

  private void sweep(Tracing writing) {
    var later = InstantSource.fixed(BEGUN_AT.plus(Duration.ofDays(150)));
    new SweepDue(new JdbcDueDeadlines(dataSource, writing), LAW, later, 100).sweepBatch();
  }

  private void takeCaseFiled() {
    new TakeInEvents(
            new JdbcWatchedCases(dataSource),
            new CaseEvaluator(LAW, Duration.ofMinutes(10)),
            InstantSource.fixed(BEGUN_AT))
        .take(
            List.of(
                new CaseEvent(
                    new EventId("urn:precinct:x0101", "event-1"),
                    "case-filed",
                    Subject.ofCase(CASE),
                    CASE,
                    BEGUN_AT,
                    BEGUN_AT,
                    null,
                    "X0101",
                    "O1",
                    Map.of())));
  }
}
