package io.caseclock.pack.file;

import io.caseclock.pack.Pack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads the packs that the configuration names: ids of shipped packs, or folders. */
public final class Packs {

  private Packs() {}

  /** Throws where a pack is unknown or has mistakes, with the configuration key in the message. */
  public static List<Pack> load(List<String> names) {
    try {
      return names.stream().map(Packs::files).map(PackReader::require).toList();
    } catch (RuntimeException e) {
      throw new IllegalStateException("caseclock.packs=" + names + ": " + e.getMessage(), e);
    }
  }

  private static PackFiles files(String name) {
    var folder = Path.of(name);
    return Files.isDirectory(folder) ? PackFiles.inFolder(folder) : PackFiles.shipped(name);
  }
}
