package io.caseclock.pack.file;

import io.caseclock.pack.FindingKind;
import io.caseclock.pack.SupervisionList;
import io.caseclock.pack.SupervisionList.Shows;
import io.caseclock.pack.Training;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code lists.yaml}. */
final class ListReader {

  static final String FILE = "lists.yaml";

  static List<Located<SupervisionList>> read(List<YamlObject> items) {
    return items.stream().map(item -> new Located<>(list(item), item)).toList();
  }

  private static SupervisionList list(YamlObject item) {
    item.only("id", "names", "elements", "findings", "shows", "training", "note");
    var before = item.mistakesSoFar();
    var shows = item.has("shows") ? item.oneOf("shows", Shows.class) : Shows.ROWS;
    if (item.mistakesSoFar() == before) {
      checkShows(item, shows);
    }
    return new SupervisionList(
        item.id("id"),
        item.names("names"),
        new LinkedHashSet<>(
            RouteReader.words(item, "elements", SupervisionList.ELEMENTS, "element")),
        findings(item),
        shows,
        trainings(item));
  }

  private static void checkShows(YamlObject item, Shows shows) {
    if (shows == Shows.OFFICERS && item.items("elements").isEmpty()) {
      item.mistake("elements", "a list of officers counts by element: expected 'elements'");
    }
    if (shows == Shows.ROWS && item.has("training")) {
      item.mistake("training", "only a list with 'shows: officers' ties training to mistakes");
    }
  }

  private static List<FindingKind> findings(YamlObject item) {
    List<FindingKind> kinds = new ArrayList<>();
    for (var text : item.texts("findings")) {
      try {
        var kind = FindingKind.parse(text);
        if (kinds.stream().anyMatch(kind::isWithin)) {
          item.mistake("findings", "'" + kind + "' is among those before it");
        }
        kinds.add(kind);
      } catch (IllegalArgumentException e) {
        item.mistake(
            "findings",
            "expected "
                + FindingKind.FORM
                + ", not '"
                + text
                + "'; causes: "
                + FindingKind.CAUSES.stream().sorted().toList());
      }
    }
    return kinds;
  }

  private static List<Training> trainings(YamlObject item) {
    List<Training> trainings = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (var place : item.objects("training")) {
      var training = training(place);
      if (!ids.add(training.id()) && !training.id().isBlank()) {
        place.mistake("id", "the training '" + training.id() + "' stands twice");
      }
      trainings.add(training);
    }
    return trainings;
  }

  private static Training training(YamlObject place) {
    place.only("id", "names", "rules", "indicators", "lists", "findings", "note");
    var training =
        new Training(
            place.id("id"),
            place.names("names"),
            Set.copyOf(place.texts("rules")),
            Set.copyOf(place.texts("indicators")),
            Set.copyOf(place.texts("lists")),
            findings(place));
    if (List.of("rules", "indicators", "lists", "findings").stream().noneMatch(place::has)) {
      place.mistake(
          "id", "training for nothing: expected 'rules', 'indicators', 'lists' or 'findings'");
    }
    return training;
  }

  private ListReader() {}
}
