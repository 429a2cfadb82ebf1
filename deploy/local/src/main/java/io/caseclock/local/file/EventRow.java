package io.caseclock.local.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** One row of a file of events: an event, a fault, or nothing. */
public sealed interface EventRow {

  OriginalRow original();

  /** Where it begins in its file, counted from 1. */
  default long line() {
    return original().line();
  }

  /**
   * An event to be sent.
   *
   * @param json one complete JSON object in UTF-8, as it is to be sent
   * @param source as the event says it; empty where it does not
   * @param id as the event says it; empty where it does not
   * @param saysHistory whether it has a {@code historyuntil} of its own
   */
  record Readable(OriginalRow original, byte[] json, String source, String id, boolean saysHistory)
      implements EventRow {

    /** An event without a {@code historyuntil}. */
    public Readable(OriginalRow original, byte[] json, String source, String id) {
      this(original, json, source, id, false);
    }

    /**
     * The same with {@code historyuntil}, unless it has its own: all its bytes as they are, behind
     * one more member.
     */
    public Readable historyUntil(Instant until) {
      if (saysHistory) {
        return this;
      }
      var brace = 0;
      while (json[brace] != '{') {
        brace++;
      }
      var next = brace + 1;
      while (Character.isWhitespace(json[next])) {
        next++;
      }
      var member = "{\"historyuntil\":\"" + until + (json[next] == '}' ? "\"" : "\",");
      var marked = new ByteArrayOutputStream(json.length + member.length());
      marked.writeBytes(member.getBytes(UTF_8));
      marked.write(json, brace + 1, json.length - brace - 1);
      return new Readable(original, marked.toByteArray(), source, id, true);
    }
  }

  /** A row that is no event at all. */
  record Unreadable(OriginalRow original, RejectionReason reason) implements EventRow {}

  /** A row that says nothing: blank, or the head of a table. */
  record Skipped(OriginalRow original) implements EventRow {}
}
