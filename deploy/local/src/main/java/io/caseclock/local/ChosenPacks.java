package io.caseclock.local;

import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.SideBySide;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule packs of a stack, read and checked before anything is started.
 *
 * @param names as the services are told: ids of shipped packs and absolute folders
 * @param packs in the same order
 */
public record ChosenPacks(List<String> names, List<Pack> packs) {

  public static final String VARIABLE = "CASECLOCK_PACKS";

  private static final String SAMPLE = "cn-public-security";

  public ChosenPacks {
    names = List.copyOf(names);
    packs = List.copyOf(packs);
  }

  /**
   * Returns the packs that a variable names, or the usual ones where it is absent; throws {@link
   * StackException} with every mistake in them.
   *
   * @param from the folder that relative ones are looked for in
   */
  public static ChosenPacks of(@Nullable String said, Path from) {
    var names =
        Arrays.stream((said == null ? ServiceEnvironment.PACKS : said).split(",", -1))
            .map(String::strip)
            .map(name -> absolute(name, from))
            .toList();
    var packs = names.stream().map(ChosenPacks::read).toList();
    var clashes = SideBySide.clashes(packs);
    if (!clashes.isEmpty()) {
      throw refused("the rule packs clash", clashes);
    }
    return new ChosenPacks(names, packs);
  }

  private static String absolute(String name, Path from) {
    if (name.isEmpty()) {
      throw new StackException(
          VARIABLE + " has an empty entry; write ids or folders, with commas.");
    }
    var folder = from.resolve(name);
    return Files.isDirectory(folder) ? folder.toAbsolutePath().normalize().toString() : name;
  }

  private static Pack read(String name) {
    try {
      return switch (PackReader.read(PackFiles.named(name))) {
        case PackReading.Read read -> read.pack();
        case PackReading.Refused refused ->
            throw refused(
                "the rule pack " + name + " has mistakes",
                refused.mistakes().stream().map(Object::toString).toList());
      };
    } catch (IllegalArgumentException e) {
      throw new StackException(
          "%s: there is no folder %s, and no pack of that id is shipped.".formatted(VARIABLE, name),
          e);
    }
  }

  private static StackException refused(String what, List<String> mistakes) {
    return new StackException(VARIABLE + ": " + what + ":\n  " + String.join("\n  ", mistakes));
  }

  /** What the services are told; a comma in a folder's name is escaped as they want it. */
  public String value() {
    return names.stream().map(name -> name.replace(",", "\\,")).collect(Collectors.joining(","));
  }

  /** Whether the sample's events mean anything to these packs. */
  public boolean understandSample() {
    return packs.stream().anyMatch(pack -> pack.id().equals(SAMPLE));
  }
}
