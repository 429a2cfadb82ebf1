package io.caseclock.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 of what passes by, as 64 small hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /** Copies all that is left of the content, and returns its hash. */
  public static String copying(InputStream content, OutputStream to) throws IOException {
    var digest = digest();
    new DigestInputStream(content, digest).transferTo(to);
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(InputStream content) throws IOException {
    return copying(content, OutputStream.nullOutputStream());
  }

  /** Returns the hash of the next bytes of the content; nothing where it ends before. */
  public static Optional<String> ofNext(long bytes, InputStream content) throws IOException {
    var digest = digest();
    var buffer = new byte[1 << 16];
    var left = bytes;
    while (left > 0) {
      var read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return Optional.empty();
      }
      digest.update(buffer, 0, read);
      left -= read;
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  public static String of(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return of(content);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
