package io.caseclock.notify.signin.jdbc;

import io.caseclock.contract.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Hashes of the ids of sessions. The tables hold only these, so that whoever reads a table cannot
 * sign in with what it holds.
 */
final class HashedId {

  static byte[] of(String id) {
    return digest("session\n" + id);
  }

  /** A second hash of the same id, which serves as a key and stands in no table. */
  static byte[] keyOf(String id) {
    return digest("key\n" + id);
  }

  private static byte[] digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private HashedId() {}
}
