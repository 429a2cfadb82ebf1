package io.caseclock.pack.file;

import static java.util.stream.Collectors.toSet;

import io.caseclock.pack.Indicator;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SupervisionList;
import io.caseclock.pack.Training;
import java.util.Collection;
import java.util.Set;

/** Checks that lists and indicators fit the rules that name them, and the other way round. */
final class SupervisionCheck {

  private final PackReader.LocatedPack located;
  private final Pack pack;
  private final boolean areListsRight;
  private final boolean areIndicatorsRight;

  SupervisionCheck(PackReader.LocatedPack located, Mistakes mistakes) {
    this.located = located;
    this.pack = located.pack();
    this.areListsRight = !mistakes.isIn(ListReader.FILE);
    this.areIndicatorsRight = !mistakes.isIn(IndicatorReader.FILE);
  }

  void check() {
    located.rules().stream().filter(PackReader.LocatedRule::isRead).forEach(this::checkRule);
    if (located.rules().stream().allMatch(PackReader.LocatedRule::isRead)) {
      if (areIndicatorsRight && areAllIndicatorsKnown()) {
        located.indicators().forEach(this::checkIsFed);
      }
      located.lists().forEach(this::checkTraining);
    }
  }

  /** Otherwise what no rule names may be the one that a rule misspells. */
  private boolean areAllIndicatorsKnown() {
    return pack.rules().stream()
        .allMatch(rule -> pack.indicators().keySet().containsAll(rule.indicators()));
  }

  private void checkRule(PackReader.LocatedRule rule) {
    var list = pack.lists().get(rule.rule().list());
    if (list != null && areListsRight) {
      checkElement(rule, list);
    }
    for (var id : rule.rule().indicators()) {
      var indicator = pack.indicators().get(id);
      if (indicator != null && !indicator.reads().isOfDeadlines()) {
        rule.place()
            .mistake(
                "indicators", "the indicator '" + id + "' reads something else than deadlines");
      }
    }
  }

  private static void checkElement(PackReader.LocatedRule rule, SupervisionList list) {
    var element = rule.rule().element();
    if (SupervisionList.ELEMENTS.contains(element)
        && !list.elements().isEmpty()
        && !list.elements().contains(element)) {
      rule.place()
          .mistake(
              "list",
              "the list '"
                  + list.id()
                  + "' is not for the element '"
                  + element
                  + "', only for "
                  + list.elements().stream().sorted().toList());
    }
  }

  /** A rate of nothing would be shown as one that nobody misses. */
  private void checkIsFed(Located<Indicator> indicator) {
    var id = indicator.value().id();
    if (indicator.value().reads().isOfDeadlines()
        && pack.rules().stream().noneMatch(rule -> rule.indicators().contains(id))) {
      indicator.place().mistake("id", "no rule names the indicator '" + id + "'");
    }
  }

  private void checkTraining(Located<SupervisionList> list) {
    var places = list.place().objects("training");
    var rules = pack.rules().stream().map(Rule::id).collect(toSet());
    for (var i = 0; i < places.size(); i++) {
      checkNames(list.value().training().get(i), places.get(i), rules);
    }
  }

  private void checkNames(Training training, YamlObject place, Set<String> rules) {
    refer(place, "rules", training.rules(), rules);
    refer(place, "lists", training.lists(), pack.lists().keySet());
    refer(place, "indicators", training.indicators(), pack.indicators().keySet());
  }

  private static void refer(
      YamlObject place, String member, Collection<String> words, Set<String> known) {
    for (var word : words) {
      if (!known.contains(word)) {
        place.mistake(
            member,
            "the pack has no '" + word + "' among its " + member + Nearest.hint(word, known));
      }
    }
  }
}
