package io.caseclock.monitor.casefile;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.NoEffect;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import io.caseclock.monitor.deadline.NoEffects;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.report.DeletedContents;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.ownership.Tenure;
import io.caseclock.ownership.Withdrawals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All events of a case, judged together: which stand, which have an effect, what follows from them.
 * Of a case that cannot be evaluated nothing follows, and each event says that it is set aside.
 */
public final class JudgedCase {

  private final List<CaseEvent> events;
  private final @Nullable Timeline timeline;
  private final List<Deadline> deadlines;
  private final @Nullable NoEffects noEffects;
  private final @Nullable QuarantineReason unverified;
  private final @Nullable DeletedContents deleted;
  private final Map<EventId, CaseEvent> withdrawals;
  private final Set<EventId> known;

  private JudgedCase(
      List<CaseEvent> events,
      @Nullable Timeline timeline,
      List<Deadline> deadlines,
      @Nullable NoEffects noEffects,
      @Nullable QuarantineReason unverified,
      @Nullable DeletedContents deleted) {
    this.deleted = deleted;
    this.events = List.copyOf(events);
    this.timeline = timeline;
    this.deadlines = List.copyOf(deadlines);
    this.noEffects = noEffects;
    this.unverified = unverified;
    this.withdrawals = Withdrawals.by(events);
    this.known = events.stream().map(CaseEvent::eventId).collect(Collectors.toSet());
  }

  /** Of a case that has more events than one may have, none of which was read. */
  static JudgedCase tooLarge(int most) {
    return new JudgedCase(
        List.of(), null, List.of(), null, new QuarantineReason.TooLarge(Limit.EVENTS, most), null);
  }

  /** Of a case whose contents are gone: its events are listed, and nothing follows from them. */
  static JudgedCase deleted(List<CaseEvent> events, DeletedContents deleted) {
    return new JudgedCase(
        events, null, List.of(), null, new QuarantineReason.ContentsDeleted(), deleted);
  }

  /**
   * Judges as of an instant.
   *
   * @param events all that are taken into account, oldest first
   */
  static JudgedCase of(String caseId, List<CaseEvent> events, Law law, Instant at) {
    try {
      var timeline = law.timeline(caseId, events);
      var deadlines = law.evaluate(timeline, at);
      var books = law.packs().stream().map(Law.InForce::book).toList();
      return new JudgedCase(
          events, timeline, deadlines, new NoEffects(books, timeline, deadlines), null, null);
    } catch (RuntimeException e) {
      return new JudgedCase(events, null, List.of(), null, QuarantineReason.of(e), null);
    }
  }

  /** All that were taken into account, oldest first. */
  public List<CaseEvent> events() {
    return events;
  }

  /** What follows from them, without traces. */
  public List<Deadline> deadlines() {
    return deadlines;
  }

  /** The events as rules see them; empty where the case cannot be evaluated. */
  public Optional<Timeline> timeline() {
    return Optional.ofNullable(timeline);
  }

  /** Whose the case is, as of what was taken into account. */
  public Optional<Tenure> owner() {
    return timeline().flatMap(known -> known.ownership().present());
  }

  /** Why it cannot be evaluated; empty where it can. */
  public Optional<QuarantineReason> unverified() {
    return Optional.ofNullable(unverified);
  }

  /** When its contents were deleted; empty where they are there. */
  public Optional<Instant> contentsDeletedAt() {
    return Optional.ofNullable(deleted).map(DeletedContents::at);
  }

  /** What became of one of the events. */
  public FiledEvent filed(CaseEvent event) {
    return new FiledEvent(event, withdrawals.get(event.eventId()), reasons(event));
  }

  private List<NoEffect> reasons(CaseEvent event) {
    if (deleted != null) {
      return List.of(deleted.why(event.eventId()));
    }
    return noEffects == null
        ? List.of(
            new NoEffect(
                Reason.SET_ASIDE, List.of(), unverified().map(QuarantineReason::wire).orElse("")))
        : noEffects.of(event, known);
  }
}
