package io.caseclock.kubernetes;

import java.util.Arrays;
import java.util.List;
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

  private static final Pattern SELECTOR = Pattern.compile("\\b([a-zA-Z_]\\w*)\\{([^}]*)}");

  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");

  private PromQl() {}

  /**
   * A condition on a label of a metric.
   *
   * @param values what it may be, one by one; empty where that is an expression or a variable
   */
  record Condition(String metric, String label, Set<String> values) {}

  /** All conditions that stand in braces behind the name of a metric. */
  static List<Condition> conditions(String expression) {
    return SELECTOR
        .matcher(expression)
        .results()
        .flatMap(
            selector ->
                MATCHER
                    .matcher(selector.group(2))
                    .results()
                    .map(
                        matcher ->
                            new Condition(
                                selector.group(1),
                                matcher.group(1),
                                values(matcher.group(2), matcher.group(3)))))
        .toList();
  }

  /** The labels by which an expression puts together, leaves out or matches. */
  static Set<String> grouping(String expression) {
    return GROUPING
        .matcher(expression)
        .results()
        .flatMap(list -> Arrays.stream(list.group(1).split(",")))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> values(String operator, String text) {
    var isList = operator.endsWith("~");
    if (text.contains("$") || isList && !text.matches("[\\w|-]+")) {
      return Set.of();
    }
    return isList ? Set.of(text.split("\\|")) : Set.of(text);
  }

  static Set<String> metrics(String expression) {
    var rest = MATCHERS.matcher(ASIDE.matcher(expression).replaceAll("")).replaceAll("");
    return NAME.matcher(rest)
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toSet());
  }
}
