package io.caseclock.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caseclock.contract.Sha256;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * One ZIP file with a folder for each service, and {@code SHA256SUMS} over all of it at its end.
 * What a service sent is held to the sums that it sent with it.
 */
public final class JoinedArchive implements AutoCloseable {

  private static final String SUMS = "SHA256SUMS";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?");

  private final ZipOutputStream zip;
  private final List<String> sums = new ArrayList<>();

  public JoinedArchive(OutputStream out) {
    zip = new ZipOutputStream(out, UTF_8);
  }

  /**
   * Takes in the archive of one service.
   *
   * @return how many files it held
   * @throws StackException where it broke off, or a file is not what its sum says
   */
  public int add(String folder, Path archive) throws IOException {
    List<String> found = new ArrayList<>();
    try (var in = new ZipInputStream(Files.newInputStream(archive), UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(SUMS)) {
          check(folder, found, new String(in.readAllBytes(), UTF_8).lines().toList());
          return found.size();
        }
        found.add(copy(in, folder, entry));
      }
    }
    throw new StackException("The archive of " + folder + " broke off: it has no " + SUMS + ".");
  }

  /** Returns the line of the file as the service's own sums should have it. */
  private String copy(InputStream in, String folder, ZipEntry entry) throws IOException {
    var name = entry.getName();
    if (!NAME.matcher(name).matches()) {
      throw new StackException("The archive of " + folder + " holds a file of a strange name.");
    }
    var joined = new ZipEntry(folder + "/" + name);
    joined.setLastModifiedTime(entry.getLastModifiedTime());
    zip.putNextEntry(joined);
    var digest = Sha256.begin();
    in.transferTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    var sum = HexFormat.of().formatHex(digest.digest());
    sums.add(sum + "  " + joined.getName());
    return sum + "  " + name;
  }

  private static void check(String folder, List<String> found, List<String> told) {
    if (!found.equals(told)) {
      throw new StackException(
          "The archive of " + folder + " is not what its " + SUMS + " say it is.");
    }
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    zip.putNextEntry(new ZipEntry(SUMS));
    zip.write((String.join("\n", sums) + "\n").getBytes(UTF_8));
    zip.closeEntry();
    zip.close();
  }
}
