package io.caseclock.kubernetes;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of Prometheus's language as tells which metrics an expression reads. */
final class PromQl {

  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** Texts, matchers, ranges and lists of labels: what stands in them is no metric. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\"[^\"]*\"|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*}");

  /** A name that is not called, as functions are. */
  private static final Pattern NAME = Pattern.compile("\\b([a-zA-Z_]\\w*)\\b(?!\\s*\\()");

  private PromQl() {}

  static Set<String> metrics(String expression) {
    var rest = MATCHERS.matcher(ASIDE.matcher(expression).replaceAll("")).replaceAll("");
    return NAME.matcher(rest)
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toSet());
  }
}
