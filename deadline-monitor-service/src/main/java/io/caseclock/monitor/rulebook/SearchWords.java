package io.caseclock.monitor.rulebook;

import io.caseclock.monitor.law.Law;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Rule;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody types to find a rule. Each word has to occur in the rule's names, its id, the law
 * or the article it rests on. Articles may be given in digits (第156条), laws by their short names
 * (刑诉法).
 */
public final class SearchWords {

  /** More than anybody types. */
  public static final int LONGEST = 100;

  /** For a search that finds everything. */
  public static final SearchWords NONE = new SearchWords(List.of());

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ARTICLE = Pattern.compile("(.*)第([1-9]\\d{0,3})(条.*|)");
  private static final int SHORTEST_NAME = 3;

  private final List<String> words;

  private SearchWords(List<String> words) {
    this.words = words;
  }

  /** Reads what was typed; blanks part words. */
  public static SearchWords of(String text) {
    return new SearchWords(
        Arrays.stream(SPACE.split(normal(text))).filter(word -> !word.isEmpty()).toList());
  }

  /** Whether every word stands in the rule. */
  public boolean find(Law.Found found) {
    var rule = found.rule();
    var text = text(rule);
    return words.stream().allMatch(word -> text.contains(word) || isShortForLawOf(rule, word));
  }

  /** All that is searched, without blanks, so that they need not be typed. */
  private static String text(Rule rule) {
    var names = Stream.of(rule.id(), rule.names().zh(), rule.names().en());
    var provisions = provisions(rule).flatMap(SearchWords::words);
    return normal(String.join("\n", Stream.concat(names, provisions).toList())).replace(" ", "");
  }

  private static Stream<String> words(LegalBasis basis) {
    var quote = basis.quote();
    return quote == null ? Stream.of(basis.line()) : Stream.of(basis.line(), quote);
  }

  private static Stream<LegalBasis> provisions(Rule rule) {
    return rule.versions().stream().flatMap(version -> version.basis().stream());
  }

  /** The law's short name, with or without an article behind it. */
  private static boolean isShortForLawOf(Rule rule, String word) {
    var cut = word.indexOf('第');
    var law = cut < 0 ? word : word.substring(0, cut);
    var article = cut < 0 ? "" : word.substring(cut);
    return law.length() >= SHORTEST_NAME
        && provisions(rule)
            .anyMatch(
                basis ->
                    isShortFor(law, normal(basis.law()))
                        && normal(basis.article()).contains(article));
  }

  /** Whether the letters stand in the name in this order, the first and the last at its ends. */
  private static boolean isShortFor(String word, String name) {
    var at = 0;
    for (var i = 0; i < name.length() && at < word.length(); i++) {
      if (name.charAt(i) == word.charAt(at)) {
        at++;
      }
    }
    return at == word.length()
        && name.charAt(0) == word.charAt(0)
        && name.endsWith(word.substring(word.length() - 1));
  }

  private static String normal(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var article = ARTICLE.matcher(plain);
    return article.matches()
        ? article.group(1)
            + "第"
            + ChineseNumber.of(Integer.parseInt(article.group(2)))
            + article.group(3)
        : plain;
  }
}
