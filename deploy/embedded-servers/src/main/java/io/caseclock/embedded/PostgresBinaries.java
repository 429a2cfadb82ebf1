package io.caseclock.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's own programs, unpacked once per machine into the user's cache directory from the
 * archive on the class path.
 *
 * @param home the directory that holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

  static final String MAJOR_VERSION = "18";
  private static final String RELEASE = "18.6.0";

  /** Returns the programs for this machine, unpacking them where that was not done before. */
  static PostgresBinaries unpacked() {
    var platform = platform();
    var home = cache().resolve("postgres-" + RELEASE + "-" + platform);
    if (!Files.isDirectory(home)) {
      try {
        unpack("/postgres-" + platform + ".txz", home);
      } catch (IOException e) {
        throw new EmbeddedServerException(
            "The programs of PostgreSQL cannot be unpacked to " + home + ": " + e.getMessage(), e);
      }
    }
    return new PostgresBinaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String platform() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var arm = machine.equals("aarch64") || machine.equals("arm64");
    if (system.contains("mac")) {
      return "darwin-" + (arm ? "arm_64" : "x86_64");
    }
    return "linux-" + (arm ? "arm_64" : "x86_64");
  }

  private static Path cache() {
    var configured = System.getenv("XDG_CACHE_HOME");
    var cache =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    var mine = cache.resolve("caseclock");
    try {
      return Files.createDirectories(mine);
    } catch (IOException e) {
      return Path.of(
          System.getProperty("java.io.tmpdir"), "caseclock-" + System.getProperty("user.name"));
    }
  }

  /**
   * Unpacks beside the target and renames, so that two at once or one killed half-way do no harm.
   */
  private static void unpack(String archive, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    var half = Files.createTempDirectory(home.getParent(), "unpacking-");
    try (var resource = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new EmbeddedServerException(
            "There is no embedded PostgreSQL for this machine (" + archive + " is not packed).");
      }
      extract(resource, half);
      if (!Files.isDirectory(home)) {
        Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    } finally {
      FileTree.delete(half);
    }
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(target.resolve(entry.getLinkName()), path);
    } else {
      Files.copy(tar, path);
    }
    if (path.startsWith(target.resolve("bin")) && !path.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make " + path + " executable");
    }
  }
}
