package io.caseclock.notify.signin.jdbc;

import io.caseclock.contract.Sha256;
import java.nio.charset.StandardCharsets;

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
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private HashedId() {}
}
