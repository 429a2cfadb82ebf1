package io.caseclock.monitor.standing;

import io.caseclock.monitor.standing.Appraisal.Judged;
import io.caseclock.monitor.standing.Appraisal.Result;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who stands where: among units of the same kind only, and only those that are judged. */
public final class Ranking {

  /**
   * A place.
   *
   * @param rank 1 for the most points; equal points share a rank and the next ones are skipped
   * @param of how many units of the kind are judged
   */
  public record Rank(int rank, int of) {}

  /**
   * By unit; those that are not judged are absent.
   *
   * @param kinds of each unit
   */
  public static Map<String, Rank> of(Map<String, Result> results, Map<String, String> kinds) {
    Map<String, TreeMap<BigDecimal, List<String>>> byKind = new HashMap<>();
    results.forEach(
        (unit, result) -> {
          if (result instanceof Judged judged) {
            byKind
                .computeIfAbsent(
                    kinds.getOrDefault(unit, ""), any -> new TreeMap<>(Comparator.reverseOrder()))
                .merge(judged.points(), List.of(unit), Ranking::both);
          }
        });
    Map<String, Rank> ranks = new HashMap<>();
    byKind.values().forEach(units -> rank(units, ranks));
    return ranks;
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static void rank(TreeMap<BigDecimal, List<String>> units, Map<String, Rank> ranks) {
    var all = units.values().stream().mapToInt(List::size).sum();
    var next = 1;
    for (var equal : units.values()) {
      for (var unit : equal) {
        ranks.put(unit, new Rank(next, all));
      }
      next += equal.size();
    }
  }

  private Ranking() {}
}
