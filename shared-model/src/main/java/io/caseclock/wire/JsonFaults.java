package io.caseclock.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.caseclock.contract.Words;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words what Jackson refused: where, and what is expected there. */
final class JsonFaults {

  private static final Map<Class<?>, String> FORMS =
      Map.of(
          Instant.class, "a time with its offset, such as 2026-03-02T09:00:00+08:00",
          OffsetDateTime.class, "a time with its offset, such as 2026-03-02T09:00:00+08:00",
          LocalDate.class, "a day, such as 2026-03-02",
          Duration.class, "an ISO 8601 duration, such as PT24H",
          String.class, "a text");

  static UnreadableJsonException told(IOException cause) {
    var fault = fault(cause);
    if (fault != null) {
      return new UnreadableJsonException(
          fault.pointer(), line(fault), fault.getOriginalMessage(), cause);
    }
    if (cause instanceof JsonMappingException unfitting) {
      return new UnreadableJsonException(
          pointer(unfitting), line(unfitting), expected(unfitting), cause);
    }
    if (cause instanceof StreamConstraintsException beyond) {
      return new UnreadableJsonException(
          "", line(beyond), "a name is shorter and nothing is nested so deep", cause);
    }
    if (cause instanceof JsonProcessingException malformed) {
      return new UnreadableJsonException("", line(malformed), "the text must be JSON", cause);
    }
    return new UnreadableJsonException("", 0, "the text must be JSON", cause);
  }

  /** The strict parser's own refusal, where one is at the root of it. */
  static StrictParser.@Nullable Fault fault(Throwable cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      if (link instanceof StrictParser.Fault fault) {
        return fault;
      }
    }
    return null;
  }

  private static int line(JsonProcessingException cause) {
    return cause.getLocation() == null ? 0 : Math.max(0, cause.getLocation().getLineNr());
  }

  private static String pointer(JsonMappingException cause) {
    var pointer = JsonPointer.empty();
    for (var step : cause.getPath()) {
      pointer = pointer.appendProperty(step(step));
    }
    return pointer.toString();
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
  }

  private static String expected(JsonMappingException cause) {
    if (cause.getCause() instanceof InputCoercionException beyond) {
      return "must be " + form(beyond.getTargetType()) + " within its range";
    }
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          "the member is not known; known are "
              + new TreeSet<>(
                      unknown.getKnownPropertyIds().stream().map(Objects::toString).toList())
                  .stream().collect(Collectors.joining(", "));
      case InvalidFormatException unfitting -> "must be " + form(unfitting.getTargetType());
      case ValueInstantiationException refused -> saidBy(refused.getCause());
      case MismatchedInputException unfitting -> "must be " + form(unfitting.getTargetType());
      default -> cause.getCause() == null ? "the text must be JSON" : saidBy(cause.getCause());
    };
  }

  /** A record of ours says in its own words what it does not take. */
  private static String saidBy(@Nullable Throwable refusal) {
    return refusal instanceof IllegalArgumentException && refusal.getMessage() != null
        ? refusal.getMessage()
        : "a required member is missing or does not fit";
  }

  private static String form(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> Words.of((Enum<?>) constant))
              .collect(Collectors.joining(", "));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return FORMS.getOrDefault(type, "an object");
  }

  private JsonFaults() {}
}
