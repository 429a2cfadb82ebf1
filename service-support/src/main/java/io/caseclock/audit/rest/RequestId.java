package io.caseclock.audit.rest;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which name one request stands in the logs of all who worked on it. */
final class RequestId {

  static final String HEADER = "X-Request-Id";
  static final String TRACE = "traceparent";

  private static final Pattern OWN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * The sender's own id where it is one, else the trace of W3C Trace Context, else a new one.
   *
   * @param own what {@code X-Request-Id} says
   * @param trace what {@code traceparent} says
   */
  static String of(@Nullable String own, @Nullable String trace) {
    return Optional.ofNullable(own)
        .filter(id -> OWN.matcher(id).matches())
        .or(() -> traceId(trace))
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private static Optional<String> traceId(@Nullable String trace) {
    return Optional.ofNullable(trace)
        .map(TRACE_PARENT::matcher)
        .filter(found -> found.matches())
        .map(found -> found.group(1));
  }

  private RequestId() {}
}
