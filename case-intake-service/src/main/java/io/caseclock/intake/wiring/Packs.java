package io.caseclock.intake.wiring;

import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads the packs that the configuration names. */
final class Packs {

  private Packs() {}

  /** Throws where a pack is unknown or has mistakes, with the configuration key in the message. */
  static List<Pack> load(List<String> names) {
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
