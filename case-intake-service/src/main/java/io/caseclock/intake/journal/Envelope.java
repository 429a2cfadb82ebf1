package io.caseclock.intake.journal;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checked context attributes of a CloudEvent.
 *
 * @param occurredAt CloudEvents {@code time}, not more than five minutes ahead of now; the
 *     beginning of an officer's post may lie further ahead
 * @param recordedAt extension {@code recordedtime}
 */
record Envelope(
    EventId eventId,
    String type,
    Subject subject,
    Instant occurredAt,
    @Nullable Instant recordedAt) {

  /** How far a sender's clock may run ahead; exactly so much is still allowed. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** How far ahead an officer's post may begin. */
  static final Duration FARTHEST_POST = Duration.ofDays(366);

  private static final int LONGEST = 250;
  private static final String MISSING = "is missing";

  /** Empty where anything is wrong, which then stands in {@code faults}. */
  static Optional<Envelope> read(Submission submission, Instant now, Faults faults) {
    if (!"1.0".equals(submission.attributes().get("specversion"))) {
      faults.invalid("/specversion", "must be \"1.0\"");
    }
    checkContentType(submission, faults);
    var id = text(submission, "id", faults);
    var source = text(submission, "source", faults);
    var type = text(submission, "type", faults);
    var subject = subject(text(submission, "subject", faults), faults);
    var timeText = text(submission, "time", faults);
    var time =
        BuiltInTypes.OFFICER_ASSIGNED.equals(type)
            ? sinceWhen(timeText, now, faults)
            : past(timeText, "/time", now, faults);
    var recorded =
        submission.attributes().containsKey("recordedtime")
            ? past(text(submission, "recordedtime", faults), "/recordedtime", now, faults)
            : null;
    if (source != null && source.startsWith(EventId.CASECLOCK)) {
      faults.invalid("/source", "is reserved for CaseClock itself");
    }
    if (id == null || source == null || type == null || subject == null || time == null) {
      return Optional.empty();
    }
    return Optional.of(new Envelope(new EventId(source, id), type, subject, time, recorded));
  }

  private static void checkContentType(Submission submission, Faults faults) {
    var contentType = submission.text("datacontenttype");
    if (contentType != null && !contentType.matches("(?i)application/([\\w.-]+\\+)?json(;.*)?")) {
      faults.invalid("/datacontenttype", "must be application/json");
    }
    if (submission.attributes().containsKey("data_base64")) {
      faults.invalid("/data_base64", "is not taken; send data as JSON");
    }
  }

  private static @Nullable String text(Submission submission, String attribute, Faults faults) {
    var value = submission.attributes().get(attribute);
    if (value == null) {
      faults.invalid("/" + attribute, MISSING);
    } else if (!(value instanceof String text) || text.isBlank()) {
      faults.invalid("/" + attribute, "must be a text that is not blank");
    } else if (text.length() > LONGEST) {
      faults.invalid("/" + attribute, "is longer than " + LONGEST + " characters");
    } else if (!Storable.isStorable(text)) {
      faults.invalid("/" + attribute, "holds a character that cannot be kept");
    } else {
      return text;
    }
    return null;
  }

  private static @Nullable Subject subject(@Nullable String text, Faults faults) {
    if (text == null) {
      return null;
    }
    try {
      return Subject.parse(text);
    } catch (IllegalArgumentException e) {
      faults.invalid("/subject", "must read kind/id, such as case/A3201022026000123");
      return null;
    }
  }

  private static @Nullable Instant past(
      @Nullable String text, String pointer, Instant now, Faults faults) {
    var instant = text == null ? null : Moment.read(text, pointer, faults);
    if (instant != null && instant.isAfter(now.plus(CLOCK_SKEW))) {
      faults.add(ProblemType.TIME_IN_FUTURE, pointer, "lies more than 5 minutes in the future");
    }
    return instant;
  }

  /** A post may be known before it begins; a wrong year would keep it from ever beginning. */
  private static @Nullable Instant sinceWhen(@Nullable String text, Instant now, Faults faults) {
    var instant = text == null ? null : Moment.read(text, "/time", faults);
    if (instant != null && instant.isAfter(now.plus(FARTHEST_POST))) {
      faults.add(ProblemType.TIME_IN_FUTURE, "/time", "lies more than 366 days in the future");
    }
    return instant;
  }
}
