package io.caseclock.monitor.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The order of groups by their rate; a small group has no place in it. */
public final class Ranks {

  /** By group: 1 for the best, equal rates share a rank and the next ones are skipped. */
  public static Map<Group, Integer> of(List<Group> groups) {
    var judged = groups.stream().filter(group -> rate(group).canBeRanked()).toList();
    var better = new TreeMap<Double, Integer>(Comparator.reverseOrder());
    judged.forEach(group -> better.merge(share(group), 1, Integer::sum));
    var next = 1;
    Map<Double, Integer> rankOf = new TreeMap<>();
    for (var each : better.entrySet()) {
      rankOf.put(each.getKey(), next);
      next += each.getValue();
    }
    return judged.stream()
        .collect(Collectors.toMap(group -> group, group -> rankOf.getOrDefault(share(group), 0)));
  }

  private static Rate rate(Group group) {
    return Rate.inTime(group.counts());
  }

  private static double share(Group group) {
    var rate = rate(group);
    return (double) rate.met() / rate.of();
  }

  private Ranks() {}
}
