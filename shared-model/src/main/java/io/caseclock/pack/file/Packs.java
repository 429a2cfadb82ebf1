package io.caseclock.pack.file;

import io.caseclock.pack.Example;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackHashes;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.SideBySide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the packs that the configuration names: ids of shipped packs, or folders. */
public final class Packs {

  /**
   * What was loaded.
   *
   * @param examples of all packs, in their order
   */
  public record Loaded(List<Pack> packs, List<Example> examples) {

    public Loaded {
      packs = List.copyOf(packs);
      examples = List.copyOf(examples);
    }
  }

  private Packs() {}

  /**
   * Throws where a pack is unknown, has mistakes or clashes with another, with the configuration
   * key in the message.
   */
  public static List<Pack> load(List<String> names) {
    return read(names).packs();
  }

  /** The same, with the worked examples of the packs. */
  public static Loaded read(List<String> names) {
    try {
      var read = names.stream().map(PackFiles::named).map(PackReader::requireWithExamples).toList();
      var loaded =
          new Loaded(
              read.stream().map(PackReading.Read::pack).toList(),
              read.stream().flatMap(one -> one.examples().stream()).toList());
      SideBySide.require(loaded.packs());
      return loaded;
    } catch (RuntimeException e) {
      throw new IllegalStateException("caseclock.packs=" + names + ": " + e.getMessage(), e);
    }
  }

  /**
   * The hashes of the same packs.
   *
   * @param packs as {@link #load} gave them for these names
   */
  public static PackHashes hashes(List<String> names, List<Pack> packs) {
    Map<String, String> byPack = new HashMap<>();
    for (var i = 0; i < packs.size(); i++) {
      byPack.put(packs.get(i).id(), PackFiles.named(names.get(i)).hash());
    }
    return new PackHashes(byPack);
  }
}
