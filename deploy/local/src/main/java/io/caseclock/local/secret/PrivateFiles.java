package io.caseclock.local.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Files that only their owner reads. They are whole or absent, and never briefly open to others.
 */
record PrivateFiles(Path directory) {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  static PrivateFiles in(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, OWNER_DIRECTORY);
      return new PrivateFiles(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  /** Returns the file's text, which is made where there is none yet. */
  String readOrCreate(String name, Supplier<String> made) {
    try {
      if (!Files.exists(path(name))) {
        write(name, made.get());
      }
      return Files.readString(path(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) throws IOException {
    var half = Files.createTempFile(directory, name, ".half", OWNER_ONLY);
    Files.writeString(half, text + "\n", StandardCharsets.UTF_8);
    Files.move(
        half, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
