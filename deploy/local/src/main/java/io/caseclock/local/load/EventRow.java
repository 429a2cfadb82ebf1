package io.caseclock.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line of a file of events, which either holds an event or does not. */
public sealed interface EventRow {

  /** Where it stands in its file, counted from 1. */
  long line();

  /** An event to be sent. */
  record Readable(long line, ObjectNode event) implements EventRow {

    String source() {
      return event.path("source").asText("");
    }

    String id() {
      return event.path("id").asText("");
    }
  }

  /** A line that is no event at all. */
  record Unreadable(long line, String reason) implements EventRow {}
}
