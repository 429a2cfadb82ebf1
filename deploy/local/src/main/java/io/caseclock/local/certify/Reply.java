package io.caseclock.local.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 where nothing came
 * @param body missing where it is no JSON; a text with the reason where nothing came
 * @param retryAfter the header of that name
 */
public record Reply(int status, JsonNode body, Optional<String> retryAfter) {

  static final String NO_ANSWER = "no answer";

  private static final int LONGEST = 400;
  private static final long MOST_SECONDS = 600;

  /** Nothing came, for that reason. */
  static Reply none(String reason) {
    return new Reply(0, TextNode.valueOf(reason), Optional.empty());
  }

  /** The text at a JSON pointer; empty where there is none. */
  String text(String pointer) {
    return body.at(pointer).asText("");
  }

  boolean hasViolationAt(String pointer) {
    return body.path("violations").findValuesAsText("pointer").contains(pointer);
  }

  /** Whether the request itself was refused, so that nothing of it is kept. */
  boolean isRefusal() {
    return status >= 400 && status < 500;
  }

  /** Whether the sender has to come again later. */
  boolean isPutOff() {
    return status == 429 || status == 503;
  }

  /** How long the answer asks to wait, in whole seconds; empty where it says no such number. */
  Optional<Long> secondsToWait() {
    return retryAfter.filter(text -> text.matches("[0-9]{1,6}")).map(Long::valueOf);
  }

  /** The pause that it asks for, ten minutes at most; a second where it does not say. */
  Duration pause() {
    return Duration.ofSeconds(Math.min(secondsToWait().orElse(1L), MOST_SECONDS));
  }

  @Override
  public String toString() {
    var text = body.isMissingNode() ? "" : " " + body;
    return (status == 0 ? NO_ANSWER : status)
        + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }
}
