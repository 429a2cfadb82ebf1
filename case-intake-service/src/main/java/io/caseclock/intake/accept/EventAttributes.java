package io.caseclock.intake.accept;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Moment;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The checked context attributes of a CloudEvent, identifiers in their normal form.
 *
 * @param occurredAt CloudEvents {@code time}, not more than five minutes ahead of now; the
 *     beginning of an officer's post may lie further ahead
 * @param recordedAt extension {@code recordedtime}
 * @param historyUntil extension {@code historyuntil}, not later than now: what is to come is no
 *     history
 */
record EventAttributes(
    EventId eventId,
    String type,
    Subject subject,
    Instant occurredAt,
    @Nullable Instant recordedAt,
    @Nullable Instant historyUntil) {

  /** How far a sender's clock may run ahead; exactly so much is still allowed. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** How far ahead an officer's post may begin. */
  static final Duration FARTHEST_POST = Duration.ofDays(366);

  private static final String MISSING = "is missing";

  /** Empty where anything is wrong, which then stands in {@code faults}. */
  static Optional<EventAttributes> read(Submission submission, Instant now, Faults faults) {
    AttributeCheck.check(submission, faults);
    var id = read(submission, "id", Identifier::read, faults);
    var source = read(submission, "source", SourceUri::read, faults);
    var type = read(submission, "type", Reading::sound, faults);
    var subject = subject(submission, type, faults);
    var time = read(submission, "time", Moment::read, faults);
    checkAhead(type, time, now, faults);
    var recorded = optionalTime(submission, "recordedtime", faults);
    checkPast(recorded, "/recordedtime", now, faults);
    var historyUntil = optionalTime(submission, "historyuntil", faults);
    if (historyUntil != null && historyUntil.isAfter(now)) {
      faults.add(ProblemType.TIME_IN_FUTURE, "/historyuntil", "is later than now");
    }
    if (source != null && source.startsWith(EventId.CASECLOCK)) {
      faults.invalid("/source", "is reserved for CaseClock itself");
    }
    if (id == null || source == null || type == null || subject == null || time == null) {
      return Optional.empty();
    }
    return Optional.of(
        new EventAttributes(new EventId(source, id), type, subject, time, recorded, historyUntil));
  }

  private static @Nullable Instant optionalTime(
      Submission submission, String attribute, Faults faults) {
    return submission.attributes().containsKey(attribute)
        ? read(submission, attribute, Moment::read, faults)
        : null;
  }

  private static <T> @Nullable T read(
      Submission submission, String attribute, Function<String, Reading<T>> reader, Faults faults) {
    var value = submission.attributes().get(attribute);
    if (value instanceof String text && !text.isBlank()) {
      return faults.take(reader.apply(text), "/" + attribute);
    }
    faults.invalid("/" + attribute, value == null ? MISSING : "must be a text that is not blank");
    return null;
  }

  /** What an older version took with white space before its identifier can still be taken back. */
  private static @Nullable Subject subject(
      Submission submission, @Nullable String type, Faults faults) {
    var isTakenBack = BuiltInTypes.EVENT_WITHDRAWN.equals(type);
    Function<String, Reading<String>> reader =
        isTakenBack ? Identifier::read : Identifier::readBehindKind;
    var text = read(submission, "subject", reader, faults);
    if (text == null) {
      return null;
    }
    try {
      return Subject.parse(text);
    } catch (IllegalArgumentException e) {
      faults.invalid(
          "/subject", "must read kind/id, such as case/A3201022026000123, the id up to 120 long");
      return null;
    }
  }

  /** A post may be known before it begins; a wrong year would keep it from ever beginning. */
  private static void checkAhead(
      @Nullable String type, @Nullable Instant time, Instant now, Faults faults) {
    if (!BuiltInTypes.OFFICER_ASSIGNED.equals(type)) {
      checkPast(time, "/time", now, faults);
    } else if (time != null && time.isAfter(now.plus(FARTHEST_POST))) {
      faults.add(ProblemType.TIME_IN_FUTURE, "/time", "lies more than 366 days in the future");
    }
  }

  private static void checkPast(
      @Nullable Instant instant, String pointer, Instant now, Faults faults) {
    if (instant != null && instant.isAfter(now.plus(CLOCK_SKEW))) {
      faults.add(ProblemType.TIME_IN_FUTURE, pointer, "lies more than 5 minutes in the future");
    }
  }
}
