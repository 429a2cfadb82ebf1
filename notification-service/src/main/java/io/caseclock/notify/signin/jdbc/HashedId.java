package io.caseclock.notify.signin.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids of sessions as the tables know them: nobody signs in with what stands there. */
final class HashedId {

  static byte[] of(String id) {
    return digest("session\n" + id);
  }

  /** Another value of the same id, which no table knows. */
  static byte[] keyOf(String id) {
    return digest("key\n" + id);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private HashedId() {}
}
