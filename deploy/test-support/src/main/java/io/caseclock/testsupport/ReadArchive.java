package io.caseclock.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** A ZIP file as whoever was given it reads it. */
public record ReadArchive(Map<String, byte[]> files) {

  public static ReadArchive of(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return new ReadArchive(files);
  }

  public List<String> lines(String name) {
    return new String(files.getOrDefault(name, new byte[0]), UTF_8).lines().toList();
  }

  /** What {@code SHA256SUMS} says of the files. */
  public List<String> sums() {
    return lines("SHA256SUMS");
  }

  /** What it should say. */
  public List<String> expectedSums() {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().equals("SHA256SUMS"))
        .map(file -> sha256(file.getValue()) + "  " + file.getKey())
        .toList();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
