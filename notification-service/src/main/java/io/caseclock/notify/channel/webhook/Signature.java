package io.caseclock.notify.channel.webhook;

import io.caseclock.notify.channel.http.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * HMAC-SHA256 over {@code timestamp + "." + body}. The timestamp is signed with it, so that a
 * receiver can refuse what is older than its replay window.
 */
public final class Signature {

  /** What a receiver should allow for clocks and roads, in both directions. */
  public static final Duration REPLAY_WINDOW = Duration.ofMinutes(5);

  /**
   * The header's value.
   *
   * @param timestamp seconds since the epoch, as sent in its own header
   */
  public static String of(String secret, String timestamp, byte[] body) {
    var stamp = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(Hmac.of(secret, stamp, body));
  }

  /**
   * What a receiver checks: the signature fits, and the timestamp lies inside the replay window,
   * both ends included.
   */
  public static boolean isFresh(
      String secret, String timestamp, byte[] body, String signature, Instant now) {
    var fits =
        MessageDigest.isEqual(
            of(secret, timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
    return fits && timestamp.matches("[0-9]{1,12}") && isInWindow(Long.parseLong(timestamp), now);
  }

  private static boolean isInWindow(long seconds, Instant now) {
    var age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
    return age.compareTo(REPLAY_WINDOW) <= 0;
  }

  private Signature() {}
}
