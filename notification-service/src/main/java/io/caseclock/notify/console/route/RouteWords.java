package io.caseclock.notify.console.route;

import io.caseclock.notify.console.frame.Choices;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.CurrentLanguage;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a route is for, in words: it has no other name than its id. */
@Named("routes")
@RequestScoped
public class RouteWords {

  private static final String BETWEEN = " · ";

  private final CurrentLanguage language;
  private final PackNames names;

  @Inject
  RouteWords(CurrentLanguage language, PackNames names) {
    this.language = language;
    this.names = names;
  }

  /** One line for each thing that it asks. */
  public List<String> asked(Match match) {
    return asked(match.kinds(), match.severities(), match.lists(), match.rules());
  }

  /** All of it in one line. */
  public String name(Route route) {
    return String.join(BETWEEN, asked(route.match()));
  }

  /** The same of a row of the form, as it was entered. */
  public String nameOf(RouteRow row) {
    return String.join(BETWEEN, asked(row.kinds(), row.severities(), row.lists(), row.rules()));
  }

  private List<String> asked(
      Collection<String> kinds,
      Collection<String> severities,
      Collection<String> lists,
      Collection<String> rules) {
    var texts = language.texts(CommonTexts.class);
    List<String> asked = new ArrayList<>();
    words(ordered(Choices.KINDS, kinds), texts::policyKind).ifPresent(asked::add);
    words(ordered(Choices.SEVERITIES, severities), texts::level).ifPresent(asked::add);
    words(lists.stream().sorted(), it -> names.list(it, language.get())).ifPresent(asked::add);
    words(rules.stream().sorted(), it -> names.rule(it, language.get())).ifPresent(asked::add);
    return asked.isEmpty() ? List.of(texts.coversAll()) : asked;
  }

  private static Stream<String> ordered(List<String> order, Collection<String> asked) {
    return order.stream().filter(asked::contains);
  }

  private Optional<String> words(Stream<String> asked, UnaryOperator<String> word) {
    return Optional.of(language.get().listed(asked.map(word).toList()))
        .filter(words -> !words.isEmpty());
  }
}
