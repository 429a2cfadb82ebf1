package io.caseclock.bench.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The numbers of {@code docs/scaling.md}: rows of its tables that begin with a name in backquotes,
 * with one number that holds for all sites, or one for each.
 */
final class Inputs {

  static final List<String> SITES = List.of("county", "city", "province", "country");

  private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\|(.*)\\|");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(\\.[0-9]+)?");

  private final Map<String, List<Double>> byName;

  private Inputs(Map<String, List<Double>> byName) {
    this.byName = byName;
  }

  static Inputs of(Path document) throws IOException {
    return of(Files.readAllLines(document, StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalArgumentException where a row has no number, neither one nor as many as sites,
   *     or comes twice
   */
  static Inputs of(List<String> lines) {
    Map<String, List<Double>> byName = new LinkedHashMap<>();
    for (var line : lines) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        var numbers = numbers(row.group(2));
        if (numbers.size() != 1 && numbers.size() != SITES.size()) {
          throw new IllegalArgumentException("1 or " + SITES.size() + " numbers: " + line);
        }
        if (byName.put(row.group(1), numbers) != null) {
          throw new IllegalArgumentException("twice: " + line);
        }
      }
    }
    return new Inputs(byName);
  }

  /** The numbers that stand in cells of their own, up to the first cell that is none. */
  private static List<Double> numbers(String cells) {
    List<Double> numbers = new ArrayList<>();
    for (var cell : cells.split("\\|", -1)) {
      if (!NUMBER.matcher(cell.strip()).matches()) {
        break;
      }
      numbers.add(Double.parseDouble(cell.strip().replace(",", "")));
    }
    return numbers;
  }

  /**
   * The same with others in the place of some.
   *
   * @throws IllegalArgumentException where a name is unknown
   */
  Inputs with(Map<String, Double> others) {
    Map<String, List<Double>> merged = new HashMap<>(byName);
    others.forEach(
        (name, number) -> {
          if (merged.put(name, List.of(number)) == null) {
            throw new IllegalArgumentException(
                name + " is none of " + new TreeSet<>(byName.keySet()));
          }
        });
    return new Inputs(merged);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /** The number of one site. */
  double of(String name, String site) {
    var numbers = byName.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("docs/scaling.md has no " + name);
    }
    return numbers.get(numbers.size() == 1 ? 0 : SITES.indexOf(site));
  }
}
