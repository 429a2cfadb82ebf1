package io.caseclock.pack;

import java.util.Map;

/**
 * A hash of the files of each pack in force, by which people see that two services have the same
 * one.
 */
public record PackHashes(Map<String, String> byPack) {

  public PackHashes {
    byPack = Map.copyOf(byPack);
  }

  /** 64 hexadecimal digits; empty for a pack that is not in force here. */
  public String of(String packId) {
    return byPack.getOrDefault(packId, "");
  }
}
