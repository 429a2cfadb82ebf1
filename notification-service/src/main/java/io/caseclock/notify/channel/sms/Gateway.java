package io.caseclock.notify.channel.sms;

import io.caseclock.notify.channel.http.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a gateway wants to be asked, and how it answers. Headers may hold secrets, so that it never
 * prints them.
 *
 * @param expectedStatus which statuses mean that it took the message; empty for any 2xx
 * @param success what the answer's first bytes must hold besides; empty where the status suffices
 */
public record Gateway(
    Target target,
    Template template,
    Map<String, String> headers,
    Set<Integer> expectedStatus,
    Optional<Pattern> success) {

  public Gateway {
    headers = Map.copyOf(headers);
    expectedStatus = Set.copyOf(expectedStatus);
  }

  boolean isExpected(int status) {
    return expectedStatus.isEmpty() ? status / 100 == 2 : expectedStatus.contains(status);
  }

  /** Whether the answer, in the charset of the request, holds what it must. */
  boolean takes(byte[] answer) {
    var said = new String(answer, template.charset());
    return success.map(wanted -> wanted.matcher(said).find()).orElse(true);
  }

  @Override
  public String toString() {
    return "Gateway[" + target + "]";
  }
}
