package io.caseclock.pack;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a route is for. An empty set asks nothing; a set that is not empty asks for one of its
 * members. A lapse is told only where it is asked for by name.
 *
 * @param kinds of {@link #KINDS}
 * @param severities of {@link #SEVERITIES}
 * @param lists ids of supervision lists
 * @param rules ids of rules
 */
public record Match(
    Set<String> kinds, Set<String> severities, Set<String> lists, Set<String> rules) {

  /** What people are told of. */
  public static final Set<String> KINDS =
      Set.of("warning", "breach", "lapse", "notice", "finding", "task");

  /** A right that ran out unused: nobody is told unless a route names it. */
  private static final String LAPSE = "lapse";

  /** How grave it is. */
  public static final Set<String> SEVERITIES = Set.of("grave", "serious", "ordinary");

  /** Matches everything. */
  public static final Match EVERYTHING = new Match(Set.of(), Set.of(), Set.of(), Set.of());

  /** Refuses a kind or a severity that does not exist. */
  public Match {
    kinds = Set.copyOf(kinds);
    severities = Set.copyOf(severities);
    lists = Set.copyOf(lists);
    rules = Set.copyOf(rules);
    requireAmong(KINDS, kinds, "kind");
    requireAmong(SEVERITIES, severities, "severity");
  }

  /**
   * Whether a route with this match is for it.
   *
   * @param list null where it belongs to none; then only a match that asks for no list is for it
   * @param rule null where no rule stands behind it, as with a finding of a person
   */
  public boolean covers(
      String kind, String severity, @Nullable String list, @Nullable String rule) {
    return isForKind(kind) && asks(severities, severity) && asks(lists, list) && asks(rules, rule);
  }

  /** Whether it is for notices, among others or alone. */
  public boolean mayBeNotice() {
    return kinds.isEmpty() || kinds.contains("notice");
  }

  /** Whether it is for everything; naming all that there is asks as little as naming nothing. */
  public boolean coversAll() {
    return KINDS.stream().allMatch(kind -> kind.equals(LAPSE) || isForKind(kind))
        && (severities.isEmpty() || severities.equals(SEVERITIES))
        && lists.isEmpty()
        && rules.isEmpty();
  }

  private boolean isForKind(String kind) {
    return kinds.contains(kind) || (kinds.isEmpty() && !kind.equals(LAPSE));
  }

  private static boolean asks(Set<String> asked, @Nullable String value) {
    return asked.isEmpty() || (value != null && asked.contains(value));
  }

  private static void requireAmong(Set<String> known, Set<String> said, String what) {
    for (var word : said) {
      if (!known.contains(word)) {
        throw new IllegalArgumentException(
            "the " + what + " '" + word + "' is none of " + new TreeSet<>(known));
      }
    }
  }
}
