package io.caseclock.pack.file;

import io.caseclock.pack.Band;
import io.caseclock.pack.Colour;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Indicator.Reads;
import io.caseclock.pack.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code indicators.yaml}. */
final class IndicatorReader {

  static final String FILE = "indicators.yaml";

  static List<Located<Indicator>> read(List<YamlObject> items) {
    return items.stream().map(item -> new Located<>(indicator(item), item)).toList();
  }

  private static Indicator indicator(YamlObject item) {
    item.only("id", "names", "reads", "target", "bands", "note");
    var before = item.mistakesSoFar();
    var places = item.objects("bands");
    var bands = places.stream().map(IndicatorReader::band).toList();
    var target = item.has("target") ? percent(item, "target") : null;
    if (Percent.ZERO.equals(target) && item.mistakesSoFar() == before) {
      item.mistake("target", "every rate reaches a target of 0: expected more, or no target");
    }
    if (item.has("bands") && item.mistakesSoFar() == before) {
      checkOrder(item, places, bands);
      checkTarget(item, target, bands);
    }
    return new Indicator(
        item.id("id"),
        item.names("names"),
        item.has("reads") ? item.oneOf("reads", Reads.class) : Reads.DEADLINES,
        target,
        item.mistakesSoFar() == before ? bands : List.of());
  }

  private static Band band(YamlObject place) {
    place.only("colour", "from");
    return new Band(place.oneOf("colour", Colour.class), percent(place, "from"));
  }

  private static Percent percent(YamlObject item, String member) {
    return item.scalar(member, Percent.FORM, Percent::parse, Percent.ZERO);
  }

  private static void checkOrder(YamlObject item, List<YamlObject> places, List<Band> bands) {
    if (bands.size() < 2) {
      item.mistake("bands", "one colour tells nothing apart: expected at least two bands");
      return;
    }
    for (var next = 1; next < bands.size(); next++) {
      var better = bands.get(next - 1);
      var worse = bands.get(next);
      if (worse.from().compareTo(better.from()) >= 0) {
        places
            .get(next)
            .mistake("from", "bands go down: expected less than " + better.from() + " here");
      }
      if (worse.colour().compareTo(better.colour()) <= 0) {
        places.get(next).mistake("colour", "colours go from green to red, each once");
      }
    }
    if (!bands.getLast().from().equals(Percent.ZERO)) {
      places
          .getLast()
          .mistake("from", "the last band holds for all that is left: expected 'from: 0'");
    }
  }

  /** What reaches the target must not look like what misses it. */
  private static void checkTarget(YamlObject item, @Nullable Percent target, List<Band> bands) {
    if (target != null && !Indicator.beginsAt(target, bands)) {
      item.mistake("bands", "no band begins at the target: expected one 'from: " + target + "'");
    }
  }

  private IndicatorReader() {}
}
