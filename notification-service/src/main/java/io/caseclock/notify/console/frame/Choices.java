package io.caseclock.notify.console.frame;

import io.caseclock.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the selects of forms offer, in the language of the page. */
@Named("choices")
@ApplicationScoped
public class Choices {

  /** What people are told of, the most usual first. */
  public static final List<String> KINDS =
      List.of("warning", "breach", "notice", "finding", "task", "lapse");

  /** The gravest first. */
  public static final List<String> SEVERITIES = List.of("grave", "serious", "ordinary");

  private final Directory directory;
  private final PackNames names;
  private final CurrentLanguage language;
  private final OwnUnits own;

  @Inject
  Choices(Directory directory, PackNames names, CurrentLanguage language, OwnUnits own) {
    this.directory = directory;
    this.own = own;
    this.names = names;
    this.language = language;
  }

  /** The unit and all below it; where the directory does not know it yet, itself. */
  public List<Choice> units(String root) {
    var known = directory.subtree(root);
    return known.isEmpty()
        ? List.of(new Choice(root, root))
        : known.stream()
            .map(unit -> new Choice(unit.id(), language.get().pick(unit.names())))
            .toList();
  }

  /** Those who are posted to exactly this unit; nobody of a unit beside the visitor's. */
  public List<Choice> officers(String unit) {
    if (!own.hold(unit)) {
      return List.of();
    }
    return directory.officersOf(unit).stream()
        .map(officer -> new Choice(officer.id(), officer.name() + " " + officer.id()))
        .toList();
  }

  public List<Choice> kinds() {
    return words(KINDS, common()::policyKind);
  }

  public List<Choice> severities() {
    return words(SEVERITIES, common()::level);
  }

  public List<Choice> lists() {
    return names.listChoices(language.get());
  }

  public List<Choice> rules() {
    return names.ruleChoices(language.get());
  }

  private static List<Choice> words(List<String> words, UnaryOperator<String> label) {
    return words.stream().map(word -> new Choice(word, label.apply(word))).toList();
  }

  private CommonTexts common() {
    return language.texts(CommonTexts.class);
  }
}
