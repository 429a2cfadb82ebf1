package io.caseclock.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for what is needed only meanwhile; closing deletes it with all that is in it. */
public final class Scratch implements AutoCloseable {

  private final Path folder;

  /** Makes the folder within another, on whose disk there must be room. */
  public Scratch(Path within) throws IOException {
    folder = Files.createTempDirectory(within, ".making-");
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
