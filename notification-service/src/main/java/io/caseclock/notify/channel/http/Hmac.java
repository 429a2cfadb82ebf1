package io.caseclock.notify.channel.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, as signatures of requests use it. */
public final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";

  /** Over the parts, one behind the other. */
  public static byte[] of(String key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  public static String base64(String key, String text) {
    return Base64.getEncoder().encodeToString(of(key, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Hmac() {}
}
