package io.caseclock.notify.channel.webhook;

import io.caseclock.notify.channel.http.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * HMAC-SHA256 over {@code timestamp + "." + body}. The timestamp is signed with it, so that a
 * receiver can refuse what is older than its replay window.
 */
public final class Signature {

  /**
   * The header's value.
   *
   * @param timestamp seconds since the epoch, as sent in its own header
   */
  public static String of(String secret, String timestamp, byte[] body) {
    var stamp = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(Hmac.of(secret, stamp, body));
  }

  private Signature() {}
}
