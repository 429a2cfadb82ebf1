package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list for the people who supervise: the deadlines of the rules that name it, and findings.
 *
 * @param elements of {@link #ELEMENTS}, which it watches; empty where the pack does not say
 * @param findings the kinds of findings that stand in it
 * @param shows whether it counts officers beside its rows
 * @param training what the pack ties to repeated mistakes; the first that fits holds, and only a
 *     list that shows officers has any
 */
public record SupervisionList(
    String id,
    Names names,
    Set<String> elements,
    List<FindingKind> findings,
    Shows shows,
    List<Training> training) {

  /** The six supervised elements; notices and plans are CaseClock's own. */
  public static final Set<String> ELEMENTS =
      Set.of("incident", "case", "person", "property", "case-file", "venue");

  /** How a list is shown. */
  public enum Shows {
    /** One row for each deadline and finding. */
    ROWS,
    /**
     * Beside its rows, findings of its kinds and breaches of all rules about its elements, whatever
     * their lists, counted for each officer and unit and held against their load.
     */
    OFFICERS
  }

  public SupervisionList {
    elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    findings = List.copyOf(findings);
    training = List.copyOf(training);
  }

  /** Whether a finding of that cause about that element stands in it. */
  public boolean holdsFinding(String cause, String element) {
    return findings.stream().anyMatch(kind -> kind.covers(cause, element));
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
