package io.caseclock.pack.file;

import io.caseclock.pack.Pack;
import io.caseclock.pack.SideBySide;
import java.util.List;

/** Loads the packs that the configuration names: ids of shipped packs, or folders. */
public final class Packs {

  private Packs() {}

  /**
   * Throws where a pack is unknown, has mistakes or clashes with another, with the configuration
   * key in the message.
   */
  public static List<Pack> load(List<String> names) {
    try {
      var packs = names.stream().map(PackFiles::named).map(PackReader::require).toList();
      SideBySide.require(packs);
      return packs;
    } catch (RuntimeException e) {
      throw new IllegalStateException("caseclock.packs=" + names + ": " + e.getMessage(), e);
    }
  }
}
