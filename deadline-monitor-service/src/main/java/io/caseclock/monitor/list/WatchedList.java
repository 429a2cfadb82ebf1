package io.caseclock.monitor.list;

import io.caseclock.contract.Names;
import io.caseclock.pack.FindingKind;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SupervisionList;
import io.caseclock.pack.Training;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A list as all packs in force have it together: what one pack says of it adds to what the pack
 * before says.
 *
 * @param names as the first pack calls it
 * @param elements that it watches; empty where no pack says
 * @param showsOfficers whether it counts for each officer and unit
 * @param pack the first that has it; its zone holds for the list
 */
public record WatchedList(
    String id,
    Names names,
    Set<String> elements,
    List<FindingKind> findings,
    boolean showsOfficers,
    List<Training> training,
    Pack pack) {

  public WatchedList {
    elements = Set.copyOf(elements);
    findings = List.copyOf(findings);
    training = List.copyOf(training);
  }

  static WatchedList of(SupervisionList list, Pack pack) {
    return new WatchedList(
        list.id(),
        list.names(),
        list.elements(),
        list.findings(),
        list.shows() == SupervisionList.Shows.OFFICERS,
        list.training(),
        pack);
  }

  WatchedList with(SupervisionList more) {
    Set<String> all = new LinkedHashSet<>(elements);
    all.addAll(more.elements());
    return new WatchedList(
        id,
        names,
        all,
        Stream.concat(findings.stream(), more.findings().stream()).distinct().toList(),
        showsOfficers || more.shows() == SupervisionList.Shows.OFFICERS,
        Stream.concat(training.stream(), more.training().stream()).distinct().toList(),
        pack);
  }

  /** What repeated breaches of a rule call for. */
  public Optional<Training> trainingFor(Rule rule) {
    return training.stream().filter(one -> one.isFor(rule)).findFirst();
  }

  /** What repeated findings of that cause about that element call for. */
  public Optional<Training> trainingForFinding(String cause, String element) {
    return training.stream().filter(one -> one.isForFinding(cause, element)).findFirst();
  }
}
