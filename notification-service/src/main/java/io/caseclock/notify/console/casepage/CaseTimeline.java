package io.caseclock.notify.console.casepage;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case on one axis of time, as the monitor tells it. */
record CaseTimeline(
    String caseId,
    String zone,
    Instant at,
    boolean whole,
    @Nullable String unit,
    @Nullable String officer,
    @Nullable Instant since,
    @Nullable Instant openedAt,
    String state,
    Map<String, Long> statuses,
    @Nullable String unverified,
    @Nullable Instant contentsDeletedAt,
    List<String> contradictions,
    int events,
    String groupedBy,
    List<Group> groups,
    List<Finding> findings,
    boolean moreFindings,
    List<Drawn> deadlines,
    @Nullable String next) {

  /** For the formats of the page. */
  public ZoneId axisZone() {
    return ZoneId.of(zone);
  }

  /** Events of a day, week, month or year. */
  record Group(
      LocalDate from,
      Instant first,
      Instant last,
      int events,
      List<Kind> kinds,
      List<Names> names,
      boolean more,
      int late,
      int withdrawn,
      int withoutEffect) {}

  /** How many events of a kind. */
  record Kind(String kind, Names names, int events) {}

  /** What was found in the case. */
  record Finding(
      String id,
      String subject,
      String cause,
      Names names,
      Names text,
      @Nullable String provision,
      Instant raisedAt,
      @Nullable Instant endedAt,
      @Nullable String endedAs,
      @Nullable String noticeId) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Finding[" + id + "]";
    }
  }

  /** A deadline with what is needed to draw it. */
  record Drawn(
      String id,
      String rule,
      Names names,
      String subject,
      Names subjectNames,
      String severity,
      boolean statutory,
      String unit,
      @Nullable String officer,
      String zone,
      @Nullable String basis,
      Instant startedAt,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueOn,
      String status,
      boolean late,
      boolean lateData,
      boolean provisional,
      @Nullable Instant endedAt,
      @Nullable Instant firstDueAt,
      List<Extended> extensions,
      List<LeftOut> leftOut,
      @Nullable Alternative alternative,
      boolean computed) {

    /** Of the stretches and of the approvals, so many are told; the explanation tells all. */
    private static final int TOLD = 3;

    /** The latest stretches that do not count, oldest first. */
    public List<LeftOut> latestLeftOut() {
      return leftOut.subList(earlierLeftOut(), leftOut.size());
    }

    /** How many came before them. */
    public int earlierLeftOut() {
      return Math.max(0, leftOut.size() - TOLD);
    }

    /** The latest approvals, oldest first. */
    public List<Extended> latestExtensions() {
      return extensions.subList(earlierExtensions(), extensions.size());
    }

    /** How many came before them. */
    public int earlierExtensions() {
      return Math.max(0, extensions.size() - TOLD);
    }

    /** For the formats of the page. */
    public ZoneId ownZone() {
      return ZoneId.of(zone);
    }

    /** Whether something is still to be done or awaited. */
    public boolean isOpen() {
      return status.equals("breached") || status.equals("running") || status.equals("paused");
    }

    public boolean isBreached() {
      return status.equals("breached");
    }

    public boolean isAboutTheCase() {
      return subject.startsWith("case/");
    }
  }

  // Not named Extension: Qute takes the resolver of such a record for one of extension methods and
  // generates it where the record cannot be loaded while tests run.
  /** An approval that moved the due instant. */
  record Extended(Instant at, Instant dueBefore, Instant dueAfter) {}

  /** A stretch that does not count; {@code to} is null while it lasts. */
  record LeftOut(Names names, Instant from, @Nullable Instant to) {}

  /** The due instant by the other reading of the law. */
  record Alternative(@Nullable Instant dueAt, LocalDate dueOn, @Nullable String basis) {}
}
