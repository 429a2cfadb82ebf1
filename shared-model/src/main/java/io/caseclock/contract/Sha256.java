package io.caseclock.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which contents are known to be the same. */
public final class Sha256 {

  /** The 32 bytes. */
  public static byte[] of(byte[] content) {
    return begin().digest(content);
  }

  /** The same as 64 lower-case hexadecimal digits. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** For content that comes in parts. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Sha256() {}
}
