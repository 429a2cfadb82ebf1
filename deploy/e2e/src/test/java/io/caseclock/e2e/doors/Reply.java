package io.caseclock.e2e.doors;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 where the connection was closed without an answer or nothing came in time
 * @param headers by their names in lower case
 * @param body empty for a stream of events, of which only the head is read
 */
record Reply(int status, Map<String, String> headers, byte[] body) {

  static final Reply NONE = new Reply(0, Map.of(), new byte[0]);

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Neither a refusal of the caller nor a failure of the service. */
  boolean letsIn() {
    return status >= 200 && status < 500 && !isRefusal();
  }

  /** The caller may not do this, or has to sign in first. */
  boolean isRefusal() {
    return status == 401 || status == 403 || sendsToTheSignIn();
  }

  /** Something was done; of a batch at least one thing. */
  boolean isDone() {
    return status == 207
        ? text().contains("\"accepted\"")
        : status >= 200 && status < 400 && !isRefusal();
  }

  /** Whoever is told when to come back has met a bound, not a failure. */
  boolean isFailure() {
    var isBound = status == 503 && !header("retry-after").isEmpty();
    return status == 0 || (status >= 500 && !isBound);
  }

  private boolean sendsToTheSignIn() {
    return (status == 302 || status == 303) && header("location").contains("/sign-in");
  }

  @Override
  public String toString() {
    var text = text();
    return status + " " + text.substring(0, Math.min(300, text.length())).replace("\n", " ");
  }
}
