package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.StorableText;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.HistoryMark;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.schema.DataCheck;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.KnownType;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one submission whole: every fault is found, not only the first. */
public final class EventCheck {

  /** The most bytes that one event may have. */
  public static final long LARGEST = 256 * 1024;

  /** The types of problems for which an event is refused. */
  public static final List<ProblemType> REFUSALS = Faults.GRAVEST_FIRST;

  private final EventCatalogue catalogue;
  private final ContentCheck content;
  private final PostingRight right;

  public EventCheck(EventCatalogue catalogue, DataCheck schemas, Journal journal) {
    this.catalogue = catalogue;
    content = new ContentCheck(catalogue, schemas);
    right = new PostingRight(journal);
  }

  /** A submission that may be kept, or the reason why not. */
  sealed interface Checked {
    /**
     * @param submission what it was made of, in case it is refused later
     */
    record Sound(CheckedEvent event, Submission submission) implements Checked {}

    record Faulty(Outcome.Refused refusal) implements Checked {}
  }

  Checked check(
      Submission submission, Caller caller, SourceRight sources, UnitsInReach reach, Instant now) {
    var faults = new Faults();
    if (submission.size() > LARGEST) {
      faults.add(ProblemType.TOO_LARGE, "", "has " + submission.size() + " bytes");
      return faulty(submission, faults);
    }
    if (submission.fault() != null) {
      var fault = submission.fault();
      faults.add(ProblemType.MALFORMED_REQUEST, fault.pointer(), fault.message());
      return faulty(submission, faults);
    }
    var event = event(submission, reach, now, faults);
    if (event.isPresent() && faults.isEmpty()) {
      sources.check(event.get().eventId().source(), faults);
      right.check(event.get(), caller, reach, faults);
    }
    if (event.isEmpty() || !faults.isEmpty()) {
      return faulty(submission, faults);
    }
    switch (event.get().news()) {
      case UnitRegistered unit -> reach.register(unit);
      case OfficerAssigned post -> reach.assign(post);
      case OfficerAway away -> {}
      case null -> {}
    }
    return new Checked.Sound(event.get(), submission);
  }

  private Optional<CheckedEvent> event(
      Submission submission, UnitsInReach reach, Instant now, Faults faults) {
    var type = knownType(submission, faults);
    var attributes = EventAttributes.read(submission, now, faults);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    var data = ContentCheck.object(submission.data(), faults);
    var normal = data.map(members -> content.check(type.get(), members, faults));
    if (attributes.isEmpty() || normal.isEmpty()) {
      return Optional.empty();
    }
    return event(attributes.get(), normal.get(), reach, now, faults)
        .map(event -> event.asSent(AsSent.of(submission, attributes.get(), normal.get())));
  }

  private Optional<KnownType> knownType(Submission submission, Faults faults) {
    var name = submission.text("type");
    if (name == null) {
      return Optional.empty();
    }
    var type = catalogue.type(name);
    if (type.isEmpty()) {
      faults.add(ProblemType.UNKNOWN_EVENT_TYPE, "/type", "no rule pack knows this type");
    } else if (!type.get().postable()) {
      faults.add(
          ProblemType.RULE_REFUSES,
          "/type",
          "events of notices and plans come from CaseClock alone");
      return Optional.empty();
    }
    return type;
  }

  private static Optional<CheckedEvent> event(
      EventAttributes attributes,
      Map<String, Object> data,
      UnitsInReach reach,
      Instant now,
      Faults faults) {
    var caseId = CaseOfEvent.of(attributes.type(), attributes.subject(), data, faults);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    var news = DirectoryNews.of(attributes, data, now, faults);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    var unit =
        switch (news) {
          case UnitRegistered registered -> registered.id();
          case OfficerAway away -> reach.unitOf(away);
          case OfficerAssigned post -> post.unit();
          case null -> String.valueOf(data.get("unit"));
        };
    return Optional.of(
        new CheckedEvent(
            attributes.eventId(),
            attributes.type(),
            attributes.subject(),
            caseId,
            unit,
            data.get("officer") instanceof String officer ? officer : null,
            attributes.occurredAt(),
            attributes.recordedAt(),
            reach.posting(unit),
            HistoryMark.sent(attributes.historyUntil()),
            data,
            news,
            Map.of()));
  }

  static Checked faulty(Submission submission, Faults faults) {
    return new Checked.Faulty(
        new Outcome.Refused(told(submission, "source"), told(submission, "id"), faults.problem()));
  }

  /** What cannot be kept cannot be told either. */
  private static @Nullable String told(Submission submission, String attribute) {
    var text = submission.text(attribute);
    return text == null || StorableText.is(text) ? text : null;
  }
}
