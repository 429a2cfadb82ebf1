package io.caseclock.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.caseclock.contract.Sha256;
import io.caseclock.local.StackException;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * One ZIP file with a folder for each service, and {@code SHA256SUMS} over all of it at its end.
 * What a service sent is held to the sums that it sent with it.
 */
public final class JoinedArchive implements AutoCloseable {

  private static final String SUMS = "SHA256SUMS";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?");

  /** The folder of each service, by its name. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "case-intake-service", "intake",
          "deadline-monitor-service", "monitor",
          "notification-service", "notification");

  private static final String ABOUT = "about.json";
  private static final int LONGEST_ABOUT = 64 * 1024;
  private static final int BUFFER = 64 * 1024;

  /** Of all files together, unpacked. */
  private static final long MOST_BYTES = 8L << 30;

  private final ZipOutputStream zip;
  private final List<String> sums = new ArrayList<>();
  private final Set<String> folders = new HashSet<>();
  private long bytes;

  public JoinedArchive(OutputStream out) {
    zip = new ZipOutputStream(out, UTF_8);
  }

  /**
   * Takes in the archive of one service.
   *
   * @param from where it came from, for what is said of it
   * @return how many files it held
   * @throws StackException where it broke off, says that it is of another case or of a service that
   *     is there already, holds more than {@link #MOST_BYTES}, or a file is not what its sum says
   */
  public int add(String from, String caseId, Path archive) throws IOException {
    try (var in = new ZipFile(archive.toFile(), UTF_8)) {
      var folder = folder(from, caseId, in);
      List<String> found = new ArrayList<>();
      for (var entry : Collections.list(in.entries())) {
        if (entry.getName().equals(SUMS)) {
          check(from, found, new String(in.getInputStream(entry).readAllBytes(), UTF_8));
          return found.size();
        }
        found.add(copy(in, from, folder, entry));
      }
    } catch (ZipException e) {
      throw new StackException("The archive of " + from + " broke off, or is none.", e);
    }
    throw new StackException("The archive of " + from + " broke off: it has no " + SUMS + ".");
  }

  /** That of the service which wrote it. */
  private String folder(String from, String caseId, ZipFile archive) throws IOException {
    var entry = archive.getEntry(ABOUT);
    if (entry == null || entry.getSize() > LONGEST_ABOUT) {
      throw new StackException("The archive of " + from + " does not say what it is.");
    }
    try (var in = archive.getInputStream(entry)) {
      var about = Json.MAPPER.readTree(in);
      if (!about.path("caseId").asText().equals(caseId)) {
        throw new StackException("The archive of " + from + " is not of this case.");
      }
      var folder = FOLDERS.get(about.path("service").asText());
      if (folder == null) {
        throw new StackException("The archive of " + from + " is of no service of CaseClock.");
      }
      if (!folders.add(folder)) {
        throw new StackException(from + " is " + folder + ", which was asked already.");
      }
      return folder;
    } catch (JsonProcessingException e) {
      throw new StackException("The archive of " + from + " does not say what it is.", e);
    }
  }

  /** Returns the line of the file as the service's own sums should have it. */
  private String copy(ZipFile archive, String from, String folder, ZipEntry entry)
      throws IOException {
    var name = entry.getName();
    if (!NAME.matcher(name).matches()) {
      throw new StackException("The archive of " + from + " holds a file of a strange name.");
    }
    var joined = new ZipEntry(folder + "/" + name);
    joined.setLastModifiedTime(entry.getLastModifiedTime());
    zip.putNextEntry(joined);
    var digest = Sha256.begin();
    try (var in = archive.getInputStream(entry)) {
      copy(in, from, new DigestOutputStream(zip, digest));
    }
    zip.closeEntry();
    var sum = HexFormat.of().formatHex(digest.digest());
    sums.add(sum + "  " + joined.getName());
    return sum + "  " + name;
  }

  private void copy(InputStream in, String from, OutputStream to) throws IOException {
    var buffer = new byte[BUFFER];
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > MOST_BYTES) {
        throw new StackException("With the archive of " + from + " it is more than 8 GiB.");
      }
      to.write(buffer, 0, read);
    }
  }

  private static void check(String from, List<String> found, String told) {
    if (!found.equals(told.lines().toList())) {
      throw new StackException(
          "The archive of " + from + " is not what its " + SUMS + " say it is.");
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
