package io.caseclock.monitor.explain;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.NoEffect;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import io.caseclock.monitor.deadline.NoEffects;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.EventEffects;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why an event that was accepted changed nothing. */
public final class WhyNoEffect {

  private final DeadlineQueries queries;
  private final Law law;
  private final InstantSource clock;

  public WhyNoEffect(DeadlineQueries queries, Law law, InstantSource clock) {
    this.queries = queries;
    this.law = law;
    this.clock = clock;
  }

  /** The same effects, with the reasons where there are none. */
  public EventEffects explain(EventEffects effects) {
    if (!effects.deadlines().isEmpty()) {
      return effects;
    }
    var deleted = queries.deletedContents(effects.caseId());
    if (deleted.isPresent()) {
      var event = new EventId(effects.source(), effects.id());
      return effects.without(List.of(deleted.get().why(event)));
    }
    var quarantine = queries.quarantine(effects.caseId());
    return effects.without(
        quarantine.isPresent()
            ? List.of(new NoEffect(Reason.SET_ASIDE, List.of(), quarantine.get()))
            : reasons(effects));
  }

  private List<NoEffect> reasons(EventEffects effects) {
    var most = law.limits().events();
    if (queries.countEvents(effects.caseId(), most + 1) > most) {
      return setAside(new QuarantineReason.TooLarge(Limit.EVENTS, most));
    }
    var events = queries.events(effects.caseId());
    var id = new EventId(effects.source(), effects.id());
    try {
      return events.stream()
          .filter(event -> event.eventId().equals(id))
          .findFirst()
          .map(event -> reasons(effects.caseId(), event, events))
          .orElse(List.of());
    } catch (RuntimeException e) {
      return setAside(QuarantineReason.of(e));
    }
  }

  private List<NoEffect> reasons(String caseId, CaseEvent event, List<CaseEvent> events) {
    var timeline = law.timeline(caseId, events);
    var books = law.packs().stream().map(Law.InForce::book).toList();
    var deadlines = law.evaluate(timeline, clock.instant());
    Set<EventId> known = events.stream().map(CaseEvent::eventId).collect(Collectors.toSet());
    return new NoEffects(books, timeline, deadlines).of(event, known);
  }

  private static List<NoEffect> setAside(QuarantineReason why) {
    return List.of(new NoEffect(Reason.SET_ASIDE, List.of(), why.wire()));
  }
}
