package io.caseclock.local.certify;

import java.util.List;
import java.util.Map;

/** What a step sends. */
public sealed interface Sent {

  /**
   * A post to intake's {@code /api/v1/events}.
   *
   * @param headers beside the content type and the token
   * @param events those in it; what is kept of them is taken back at the end
   */
  record Post(
      String contentType,
      Map<String, String> headers,
      byte[] body,
      boolean signedIn,
      List<Map<String, Object>> events)
      implements Sent {

    public Post {
      headers = Map.copyOf(headers);
      events = List.copyOf(events);
    }

    /** Where the answer says what became of an event; a batch has a list, however short it is. */
    String outcome(int index) {
      return contentType.equals(Sender.BATCH) ? "/results/" + index + "/status" : "/status";
    }
  }

  /** A question to intake. */
  record Ask(String path) implements Sent {}

  /** A question to the monitor, asked again until the answer is as expected or patience ends. */
  record AskMonitor(String path) implements Sent {}
}
