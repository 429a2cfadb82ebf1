package io.caseclock.archive.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caseclock.contract.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that ends with the SHA-256 of each file in it. */
final class SummedZip {

  private final ZipOutputStream zip;
  private final FileTime at;
  private final StringBuilder sums = new StringBuilder();

  /**
   * @param at what all files have as their time
   */
  SummedZip(OutputStream out, Instant at) {
    this.zip = new ZipOutputStream(out, UTF_8);
    this.at = FileTime.from(at);
  }

  /** Writes the content of one file. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream file) throws IOException, SQLException;
  }

  /**
   * @throws IOException where a file of that name is there already, too
   */
  void file(String name, Content content) throws IOException, SQLException {
    var digest = Sha256.begin();
    begin(name);
    content.write(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    sums.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
  }

  /** Nothing can be added behind this. */
  void finish() throws IOException {
    begin("SHA256SUMS");
    zip.write(sums.toString().getBytes(UTF_8));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private void begin(String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(at);
    zip.putNextEntry(entry);
  }
}
