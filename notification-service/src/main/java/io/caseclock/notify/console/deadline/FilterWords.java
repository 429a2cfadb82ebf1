package io.caseclock.notify.console.deadline;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Choices;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.OwnUnits;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.rulebook.LawWords;
import io.caseclock.notify.monitor.Query.Parameter;
import io.caseclock.pack.RuleWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the form of a filter offers, and what people call what is chosen. */
@RequestScoped
class FilterWords {

  private static final List<String> WINDOWS =
      List.of("overdue", "today", "tomorrow", "this-week", "next-7-days", "this-month");
  private static final List<String> ELEMENTS =
      List.of("incident", "case", "person", "property", "case-file", "venue", "notice", "plan");

  /** Of whom most is asked for; the others follow by their words. */
  private static final List<String> ORGANS =
      List.of(
          PackNames.AUTHORITY, PackNames.PROCURATORATE, "higher-procuratorate", "court", "party");

  private static final List<String> RISKS = List.of("high", "medium", "low");
  private static final List<String> SORTS =
      List.of("due", "severity", "unit", "rule", "officer", "started");
  private static final String OPEN = "open";
  private static final String ANY = "any";

  private final PageContext page;
  private final PageFormat format;
  private final PackNames names;
  private final Choices choices;
  private final OwnUnits own;
  private final LawWords law;

  @Inject
  FilterWords(
      PageContext page,
      PageFormat format,
      PackNames names,
      Choices choices,
      OwnUnits own,
      LawWords law) {
    this.own = own;
    this.law = law;
    this.page = page;
    this.format = format;
    this.names = names;
    this.choices = choices;
  }

  List<Choice> windows() {
    return offered(WINDOWS.stream(), texts()::due);
  }

  List<Choice> statuses(DeadlineQuery query) {
    var words =
        Stream.concat(
            Stream.of(OPEN, ANY), Arrays.stream(DeadlineStatus.values()).map(DeadlineStatus::wire));
    return withSeveral(offered(words, this::status), query, "status");
  }

  List<Choice> severities(DeadlineQuery query) {
    return withSeveral(choices.severities(), query, "severity");
  }

  List<Choice> elements(DeadlineQuery query) {
    return withSeveral(offered(ELEMENTS.stream(), this::element), query, "element");
  }

  /** Everybody who owes something by the packs in force. */
  List<Choice> duties() {
    var owing = names.owing();
    var words = Stream.concat(ORGANS.stream().filter(owing::contains), owing.stream()).distinct();
    return offered(words, law::organ);
  }

  List<Choice> risks(DeadlineQuery query) {
    return withSeveral(offered(RISKS.stream(), texts()::risk), query, "risk");
  }

  List<Choice> sorts() {
    return offered(SORTS.stream().flatMap(word -> Stream.of(word, "-" + word)), texts()::sort);
  }

  /** Of the chosen unit, whose officers can be named. */
  List<Choice> officers(DeadlineQuery query) {
    var unit = query.value("unit");
    return choices.officers(unit.isEmpty() ? page.root() : unit);
  }

  /** What an address chose that offers more than a select does stays chosen. */
  private List<Choice> withSeveral(List<Choice> offered, DeadlineQuery query, String name) {
    var chosen = query.values(name);
    return chosen.size() < 2
        ? offered
        : Stream.concat(
                Stream.of(
                    new Choice(
                        query.joined(name),
                        format.listed(chosen.stream().map(it -> word(name, it))))),
                offered.stream())
            .toList();
  }

  private static List<Choice> offered(Stream<String> words, UnaryOperator<String> label) {
    return words.map(word -> new Choice(word, label.apply(word))).toList();
  }

  /** What people call a chosen value. */
  String said(Parameter one) {
    return texts().label(one.name()) + page.language().colon() + word(one.name(), one.value());
  }

  private String word(String name, String value) {
    return switch (name) {
      case "unit" -> own.hold(value) ? format.unit(value) : value;
      case "status" -> status(value);
      case "due" -> WINDOWS.contains(value) ? texts().due(value) : value;
      case "rule" -> names.rule(value, page.language());
      case "duty" -> names.owes(value) ? law.organ(value) : value;
      case "list" -> names.list(value, page.language());
      case "element" -> element(value);
      case "severity" -> page.texts(CommonTexts.class).level(value);
      case "risk" -> texts().risk(value);
      case "changed" -> texts().changed(value);
      case "officer" -> own.holdOfficer(value) ? format.officer(value) : value;
      default -> value;
    };
  }

  private String status(String word) {
    return word.equals(OPEN) || word.equals(ANY)
        ? texts().status(word)
        : format.pick(Listed.statusNames(word));
  }

  private String element(String word) {
    return format.pick(RuleWords.element(word));
  }

  private DeadlineTexts texts() {
    return page.texts(DeadlineTexts.class);
  }
}
