package io.caseclock.intake.accept.rest;

import io.caseclock.intake.accept.Submission;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.StrictJson;
import io.caseclock.wire.StrictJson.Element;
import io.caseclock.wire.UnreadableJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the three content modes of CloudEvents over HTTP; what is not JSON is refused whole. */
final class EventParser {

  /** The most events that one batch may have. */
  static final int LARGEST_BATCH = 1000;

  private static final String DATA = "data";

  private EventParser() {}

  /** Structured mode: the whole event is the body. */
  static Submission structured(byte[] body) {
    var value = StrictJson.value(body);
    if (value instanceof List<?>) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "Events in an array are a batch: send them as " + EventResource.BATCH + ".",
              List.of(new Violation("", "is an array; expected one event, an object"))));
    }
    return submission(value, body.length);
  }

  /** Binary mode: the attributes are headers, percent-encoded; the body is the data. */
  static Submission binary(Map<String, List<String>> headers, byte[] body) {
    return new Submission(HeaderAttributes.read(headers), data(body), body.length);
  }

  /** The body is a member of the event, and so are its faults. */
  private static @Nullable Object data(byte[] body) {
    try {
      return StrictJson.value(body);
    } catch (UnreadableJsonException e) {
      throw e.below("/" + DATA);
    }
  }

  /** Batch mode: an array of structured events, each with its own size and its own faults. */
  static List<Submission> batch(byte[] body) {
    List<Submission> events = new ArrayList<>();
    StrictJson.elements(
        body,
        element -> {
          if (events.size() == LARGEST_BATCH) {
            throw new ProblemException(
                ProblemType.TOO_LARGE, "A batch has at most 1,000 events; send several batches.");
          }
          events.add(submission(element));
        });
    return events;
  }

  private static Submission submission(Element element) {
    return switch (element) {
      case Element.Sound(var value, var size) -> submission(value, size);
      case Element.Faulty(var pointer, var expected, var size) ->
          Submission.unreadable(new Violation(pointer, expected), size);
    };
  }

  /** An attribute that is null is none, says the JSON format of CloudEvents. */
  private static Submission submission(@Nullable Object value, long size) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    Object data = null;
    if (value instanceof Map<?, ?> members) {
      data = members.get(DATA);
      members.forEach((name, member) -> attributes.put(String.valueOf(name), member));
      attributes.remove(DATA);
      attributes.values().removeIf(Objects::isNull);
    }
    return new Submission(attributes, data, size);
  }
}
