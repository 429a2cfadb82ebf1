package io.caseclock.intake.key;

import io.caseclock.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What opens a key: 256 random bits, so that a plain hash keeps it as well as a slow one would keep
 * a password.
 */
public final class KeySecret implements Credential {

  private static final int BYTES = 32;
  private static final int BYTES_OF_ID = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  /** One that nobody knows yet. */
  public static KeySecret random() {
    return new KeySecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES)));
  }

  /** One that somebody sent. */
  public static KeySecret of(String text) {
    return new KeySecret(text);
  }

  /** An id for a new key. */
  public static String randomId() {
    return HexFormat.of().formatHex(bytes(BYTES_OF_ID));
  }

  @Override
  public KeyKind kind() {
    return KeyKind.SECRET;
  }

  @Override
  public byte[] hash() {
    return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Takes as long whatever differs. */
  boolean hasHash(byte[] hash) {
    return MessageDigest.isEqual(hash, hash());
  }

  /** How its owner writes it behind {@code Authorization: ApiKey}. */
  public String withId(String id) {
    return id + "." + text;
  }

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "KeySecret";
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
