package io.caseclock.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Which ports the JVMs of one user have given out. A claim is a lock on that byte of a file that
 * all of them open, and so ends with its JVM however that ends. Where there can be no such file,
 * every claim holds.
 */
final class PortClaims {

  private static final Optional<FileChannel> FILE = open(); // closing it would end all claims

  private PortClaims() {}

  /** Claims a port until this JVM ends; false where another JVM has done so. */
  static boolean claim(int port) {
    try {
      return FILE.isEmpty() || FILE.get().tryLock(port, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this class, in another class loader
    } catch (IOException e) {
      return true;
    }
  }

  static Path path() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "caseclock-ports-" + System.getProperty("user.name"));
  }

  private static Optional<FileChannel> open() {
    try {
      return Optional.of(
          FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
