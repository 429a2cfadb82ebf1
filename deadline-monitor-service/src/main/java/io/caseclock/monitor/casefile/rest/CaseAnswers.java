package io.caseclock.monitor.casefile.rest;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.casefile.CaseFiles.Effects;
import io.caseclock.monitor.casefile.CaseFiles.FiledFinding;
import io.caseclock.monitor.casefile.EventGroup;
import io.caseclock.monitor.casefile.EventKind;
import io.caseclock.monitor.casefile.EventTypes;
import io.caseclock.monitor.casefile.FiledEvent;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.EventEffects;
import io.caseclock.monitor.report.EventEffects.Without;
import io.caseclock.monitor.rest.FindingWords;
import io.caseclock.monitor.watch.StandingFindings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a case goes over the wire besides its deadlines. */
final class CaseAnswers {

  /**
   * An event and what became of it.
   *
   * @param kind what its type is to deadlines: start, end, end-and-start, span, extension,
   *     handover, withdrawal, statement or other
   * @param at when it happened
   * @param acceptedAt when CaseClock took it in
   * @param enteredAfter from when it happened until it became known, ISO 8601
   * @param late whether it became known more than 24 hours after it happened; not said of history,
   *     nor of what CaseClock adds itself
   * @param withdrawn what took it back; null while it stands
   * @param withoutEffect whether it has no effect though one was to be expected
   * @param effects what it opened, moved or ended, the first of it
   * @param furtherEffects how much more there is
   * @param noEffect why it changes nothing; empty where it did
   */
  record Event(
      String source,
      String id,
      String type,
      Names names,
      String kind,
      Names kindNames,
      String subject,
      Names subjectNames,
      String unit,
      @Nullable String officer,
      Instant at,
      Instant acceptedAt,
      String enteredAfter,
      boolean late,
      boolean history,
      @Nullable Withdrawn withdrawn,
      boolean withoutEffect,
      List<Effect> effects,
      int furtherEffects,
      List<Without> noEffect) {

    static Event of(FiledEvent filed, Effects effects, EventTypes types, Law law) {
      var event = filed.event();
      var kind = types.kind(event.type());
      return new Event(
          event.eventId().source(),
          event.eventId().id(),
          event.type(),
          types.names(event.type()),
          kind.wire(),
          kind.names(),
          event.subject().toString(),
          event.subject().names(),
          event.unit(),
          event.officer(),
          event.occurredAt(),
          event.acceptedAt(),
          Duration.between(event.occurredAt(), event.knownAt()).toString(),
          filed.isLate(),
          event.isHistory(),
          Withdrawn.of(filed),
          filed.isWithoutEffect(),
          effects.told().stream().map(effect -> Effect.of(effect, law)).toList(),
          effects.further(),
          noEffect(filed, effects));
    }

    /** That it takes part is told by what it did; else it has to be said. */
    private static List<Without> noEffect(FiledEvent filed, Effects effects) {
      return filed.reasons().stream()
          .filter(why -> effects.told().isEmpty() || why.reason() != Reason.TAKES_PART)
          .map(Without::of)
          .toList();
    }
  }

  /**
   * What took an event back.
   *
   * @param reason in the words of whoever withdrew it; null for none
   */
  record Withdrawn(EventId by, Instant at, @Nullable String reason) {

    static @Nullable Withdrawn of(FiledEvent filed) {
      var by = filed.withdrawnBy();
      return by == null
          ? null
          : new Withdrawn(by.eventId(), by.occurredAt(), by.text("reason").orElse(null));
    }

    /** Leaves out the reason. */
    @Override
    public String toString() {
      return "Withdrawn[" + by + "]";
    }
  }

  /** A deadline that an event opened, moved or ended. */
  record Effect(String deadlineId, String rule, Names names, String change, Instant at) {

    static Effect of(EventEffects.Effect effect, Law law) {
      var rule = effect.rule();
      return new Effect(
          effect.deadlineId(),
          rule,
          law.rule(rule).map(found -> found.rule().names()).orElse(new Names(rule, rule)),
          effect.change(),
          effect.at());
    }
  }

  /**
   * Events of a day, week, month or year, as one mark.
   *
   * @param from the first day of it
   * @param names what its types are called, the first of them
   * @param more whether there are more types
   */
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
      int withoutEffect) {

    static Group of(EventGroup group, EventTypes types) {
      return new Group(
          group.from(),
          group.first(),
          group.last(),
          group.events(),
          Arrays.stream(EventKind.values())
              .filter(group.kinds()::containsKey)
              .map(kind -> new Kind(kind.wire(), kind.names(), group.kinds().getOrDefault(kind, 0)))
              .toList(),
          group.types().stream().map(types::names).toList(),
          group.types().size() >= EventGroup.TYPES,
          group.late(),
          group.withdrawn(),
          group.withoutEffect());
    }
  }

  /** How many events of a kind. */
  record Kind(String kind, Names names, int events) {}

  /**
   * A finding.
   *
   * @param noticeId the notice that a recorded finding leads to; null for others
   * @param endedAs rectified or corrected; null while it stands
   */
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

    static Finding of(FiledFinding finding) {
      return new Finding(
          finding.id(),
          finding.subject(),
          finding.cause(),
          FindingWords.of(finding.cause()),
          finding.text(),
          finding.provision(),
          finding.raisedAt(),
          finding.endedAt(),
          finding.endedAs(),
          finding.cause().equals("recorded") ? StandingFindings.noticeOf(finding.id()) : null);
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Finding[" + id + " " + cause + "]";
    }
  }

  static String word(EventGroup.Span span) {
    return Words.of(span);
  }

  private CaseAnswers() {}
}
