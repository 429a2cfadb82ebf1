package io.caseclock.monitor.list;

import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.OfficerCounts.Asked;
import io.caseclock.monitor.list.OfficerDue.Order;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Training;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What went wrong for each officer or unit beside their load, and what they should learn. */
public final class CountOfficers {

  /** Whose duty is counted: nobody answers for what courts, or parties, owe. */
  private static final String OWN_DUTY = "authority";

  /**
   * One officer or unit.
   *
   * @param repeats empty where there is too little to tell
   */
  public record Line(OfficerLoad load, List<Repeat> repeats) {
    public Line {
      repeats = List.copyOf(repeats);
    }
  }

  /**
   * What was repeated.
   *
   * @param training that the list ties to it; null for none
   */
  public record Repeat(RepeatedKind what, @Nullable Training training) {}

  /**
   * A page of lines.
   *
   * @param next null on the last
   */
  public record Page(List<Line> lines, @Nullable Order next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  private final OfficerCounts counts;
  private final Law law;
  private final Set<String> notCounted;

  public CountOfficers(OfficerCounts counts, Law law) {
    this.counts = counts;
    this.law = law;
    this.notCounted =
        law.rules().stream()
            .map(Law.Found::rule)
            .filter(rule -> !rule.duty().equals(OWN_DUTY))
            .map(Rule::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The rules that are left out, since they set no duty of the authority. */
  public Set<String> notCounted() {
    return notCounted;
  }

  /**
   * @param after the last line that was seen; null for the first page
   */
  public Page page(Asked asked, @Nullable Order after, int limit) {
    var found =
        counts.dues(asked).stream()
            .filter(due -> after == null || due.order().compareTo(after) > 0)
            .sorted(Comparator.comparing(OfficerDue::order))
            .limit(limit + 1L)
            .toList();
    var dues = found.subList(0, Math.min(limit, found.size()));
    var loads = loads(asked, dues);
    var told = loads.stream().filter(load -> load.breaches().isTold()).toList();
    var repeats = told.isEmpty() ? List.<RepeatedKind>of() : counts.repeats(asked, told);
    var lines = loads.stream().map(load -> line(load, repeats, asked.list())).toList();
    return new Page(lines, found.size() > limit ? dues.getLast().order() : null);
  }

  /** In the order of what was due; without those of which everything is gone by now. */
  private List<OfficerLoad> loads(Asked asked, List<OfficerDue> dues) {
    Map<Who, OfficerLoad> loads = new HashMap<>();
    if (!dues.isEmpty()) {
      counts
          .loads(asked, dues)
          .forEach(load -> loads.put(new Who(load.unit(), load.officer()), load));
    }
    return dues.stream()
        .flatMap(due -> Stream.ofNullable(loads.get(new Who(due.unit(), due.officer()))))
        .toList();
  }

  private record Who(String unit, @Nullable String officer) {}

  private Line line(OfficerLoad load, List<RepeatedKind> repeats, WatchedList list) {
    return new Line(
        load,
        repeats.stream()
            .filter(repeat -> repeat.isOf(load))
            .map(repeat -> new Repeat(repeat, training(repeat, list).orElse(null)))
            .toList());
  }

  private Optional<Training> training(RepeatedKind repeat, WatchedList list) {
    var element = repeat.element();
    return element == null
        ? law.rule(repeat.kind()).flatMap(found -> list.trainingFor(found.rule()))
        : list.trainingForFinding(repeat.kind(), element);
  }
}
