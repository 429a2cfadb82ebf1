package io.caseclock.monitor.scaling;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.DeadlineNews;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.jdbc.JdbcPredictions;
import io.caseclock.monitor.jdbc.JdbcRiskWarnings;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.jdbc.SettledFindings;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.prediction.Prediction;
import io.caseclock.monitor.prediction.Predictions.Kept;
import io.caseclock.monitor.prediction.RiskWarning;
import io.caseclock.monitor.prediction.SurvivalCurve.Share;
import io.caseclock.monitor.prediction.SurvivalCurve.StillOpen;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.EvaluateDueCases;
import io.caseclock.monitor.watch.LateEntry;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Cases of a fictional station, and all that the monitor does with each of them by itself. */
final class WatchedStory {

  static final Instant FILED_AT = Instant.parse("2026-03-02T02:00:00Z");
  static final Instant WARNED_AT = Instant.parse("2026-03-30T02:00:00Z");
  static final Instant LATE_AT = Instant.parse("2026-04-20T02:00:00Z");

  private static final Instant LONG_AFTER = Instant.parse("2026-09-01T02:00:00Z");

  private static final String HANDLING = "public-security-case-handling";
  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final Law LAW = new Law(List.of(PACK));

  /** No case may have more than two events. */
  private static final Law NARROW =
      new Law(List.of(PACK), new CaseLimits(2, 10, 100, 100, 5, 100, 10_000));

  private final DataSource database;
  private int told;

  WatchedStory(DataSource database) {
    this.database = database;
  }

  static String caseId(int number) {
    return "A99%05d".formatted(number);
  }

  /** One deadline begins in each, which has a warning and a breach. */
  List<CaseEvent> filed(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> event(caseId(n), "case-filed", null)).toList();
  }

  /** Something is said in each that no deadline depends on. */
  List<CaseEvent> stated(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> event(caseId(n), "facts-stated", null)).toList();
  }

  void takeIn(List<CaseEvent> events) {
    takeIn(LAW, events);
  }

  private void takeIn(Law law, List<CaseEvent> events) {
    new TakeInEvents(
            new JdbcWatchedCases(database),
            new CaseEvaluator(law, Duration.ZERO),
            InstantSource.fixed(FILED_AT.plus(Duration.ofHours(3))))
        .take(events);
  }

  /**
   * One batch of the sweep.
   *
   * @return whether more may be waiting
   */
  boolean sweep(Instant now, int batch) {
    return new SweepDue(new JdbcDueDeadlines(database), LAW, InstantSource.fixed(now), batch)
        .sweepBatch();
  }

  /** All that is done for an event, a deadline or an alarm, each at least once. */
  void goesThroughAll() {
    aBureau();
    takeIn(filed(0, 5));
    changesHands(caseId(0));
    isFaulty(caseId(1), null);
    isFaulty(caseId(2), LATE_AT);
    becomesTooLargeAndIsMended(caseId(3));
    entersLate();
    new EvaluateDueCases(
            new JdbcWatchedCases(database),
            new CaseEvaluator(LAW, Duration.ZERO),
            InstantSource.fixed(WARNED_AT))
        .evaluateBatch();
    isLikelyToBeMissed();
    sweep(WARNED_AT, 100);
    sweep(LATE_AT, 100);
    new JdbcDueDeadlines(database).nextAfter(LATE_AT);
    waitsOutItsPeriod(caseId(4));
    endsItsFindings();
  }

  private void aBureau() {
    new JdbcDirectory(database, InstantSource.fixed(FILED_AT))
        .apply(
            List.of(
                new UnitRegistered("X01", null, new Names("示例分局", "Sample"), "sub-bureau"),
                new UnitRegistered("X0101", "X01", new Names("甲所", "Station A"), "station"),
                new UnitRegistered("X0102", "X01", new Names("乙所", "Station B"), "station")));
  }

  private void changesHands(String caseId) {
    takeIn(List.of(event(caseId, "case-assigned", "X0102", null, Map.of("reason", "fictional"))));
  }

  /** A finding, which is told unless it is history. */
  private void isFaulty(String caseId, @Nullable Instant historyUntil) {
    takeIn(
        List.of(
            event(
                caseId,
                "finding-recorded",
                "X0101",
                historyUntil,
                Map.of("element", "case", "provision", "-", "text", "the seal is missing"))));
  }

  /** What came again lets a case be tried again that was set aside. */
  private void becomesTooLargeAndIsMended(String caseId) {
    var more = IntStream.range(0, 3).mapToObj(n -> event(caseId, "facts-stated", null)).toList();
    takeIn(NARROW, more);
    takeIn(more);
    new JdbcWatchedCases(database)
        .transact(
            session -> {
              session.lock(List.of(caseId));
              session.quarantine(
                  caseId, QuarantineReason.of(new IllegalStateException("broken")), FILED_AT);
              session.release(List.of(caseId), FILED_AT);
              return caseId;
            });
  }

  private void entersLate() {
    var entry = new LateEntry(UUID.randomUUID(), "urn:precinct:x0101", FILED_AT, LATE_AT);
    new JdbcWatchedCases(database).transact(session -> session.causedBySilence(List.of(entry)));
  }

  /** A minimum period, which ends by the sweep alone. */
  private void waitsOutItsPeriod(String caseId) {
    takeIn(List.of(event(caseId, "announcement-published", null)));
    sweep(LONG_AFTER, 100);
  }

  private void isLikelyToBeMissed() {
    var rules = Set.of(HANDLING);
    var predictions = new JdbcPredictions(database, HiddenCases.NONE);
    var running = predictions.outdated(rules, WARNED_AT, WARNED_AT, null, 100);
    var open = new StillOpen(new Share(0.9, 0.8, 1), 41, 17, 0, false);
    predictions.keep(
        running.stream()
            .map(one -> new Kept(one, new Prediction(open, "X01", 1, 2), 1, 2, null))
            .toList(),
        WARNED_AT);
    var warnings = new JdbcRiskWarnings(database);
    warnings.keep(new RiskWarning("X01", true, Band.HIGH, "somebody", FILED_AT));
    if (warnings.of("X0101").isEmpty()
        || warnings.take(rules, WARNED_AT, WARNED_AT, 100, all -> List.of()) == 0) {
      throw new IllegalStateException("nobody is warned");
    }
  }

  private void endsItsFindings() {
    new Sql(database)
        .transact(
            connection -> {
              DeadlineNews.audited(connection, List.of(), LATE_AT);
              return true;
            });
    new SettledFindings(database).end();
  }

  private CaseEvent event(String caseId, String type, @Nullable Instant historyUntil) {
    return event(caseId, type, "X0101", historyUntil, Map.of());
  }

  private CaseEvent event(
      String caseId,
      String type,
      String unit,
      @Nullable Instant historyUntil,
      Map<String, Object> data) {
    told++;
    var at = FILED_AT.plusSeconds(told);
    return new CaseEvent(
        new EventId("urn:precinct:x0101", "e" + told),
        type,
        Subject.ofCase(caseId),
        caseId,
        at,
        at,
        null,
        unit,
        "O1",
        new Posting("X0101", "station", false, "/X01/" + unit + "/"),
        historyUntil,
        data);
  }
}
