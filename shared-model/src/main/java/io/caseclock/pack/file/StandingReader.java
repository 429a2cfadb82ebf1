package io.caseclock.pack.file;

import io.caseclock.pack.Indicator;
import io.caseclock.pack.Standing;
import io.caseclock.pack.Standing.Effect;
import io.caseclock.pack.Standing.Line;
import io.caseclock.pack.Standing.Measure;
import io.caseclock.pack.Standing.Number;
import io.caseclock.pack.Standing.Per;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code standing.yaml}, and checks it against the pack's indicators. */
final class StandingReader {

  static final String FILE = "standing.yaml";

  private static final String POINTS = "points from 0.01 to 1000, like 2 or 0.5";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,2})?");
  private static final BigDecimal MOST = BigDecimal.valueOf(1000);
  private static final int MOST_LEAST_DUE = 100_000;

  private final Map<String, Indicator> indicators;
  private final boolean areIndicatorsRight;

  /**
   * @param areIndicatorsRight false where what seems missing may only be misspelt there
   */
  StandingReader(Map<String, Indicator> indicators, boolean areIndicatorsRight) {
    this.indicators = indicators;
    this.areIndicatorsRight = areIndicatorsRight;
  }

  /** Null where something in it is a mistake. */
  @Nullable Standing read(YamlObject item) {
    var before = item.mistakesSoFar();
    item.only("start", "least-due", "lines", "note");
    var start = whole(item, "start", 0, MOST.intValue(), Standing.START);
    var leastDue =
        whole(item, "least-due", Standing.LEAST_OF_ALL, MOST_LEAST_DUE, Standing.LEAST_DUE);
    var lines = item.objects("lines").stream().map(this::line).toList();
    checkLines(item, lines);
    return item.mistakesSoFar() == before ? new Standing(start, leastDue, lines) : null;
  }

  /** Never by one number alone. */
  private static void checkLines(YamlObject item, List<Line> lines) {
    if (Standing.measures(lines) < 2) {
      item.mistake("lines", "never by one number alone: expected lines of at least two numbers");
    }
    var places = item.objects("lines");
    Set<String> ids = new HashSet<>();
    for (var i = 0; i < lines.size(); i++) {
      var id = lines.get(i).id();
      if (!id.isBlank() && !ids.add(id)) {
        places.get(i).mistake("id", "the line '" + id + "' stands twice");
      }
    }
  }

  private Line line(YamlObject place) {
    place.only("id", "names", "number", "indicator", "gives", "takes", "per", "most", "note");
    var before = place.mistakesSoFar();
    if (place.has("number") == place.has("indicator")) {
      place.mistake("number", "a line looks at one thing: expected 'number' or 'indicator'");
    }
    if (place.has("gives") == place.has("takes")) {
      place.mistake("takes", "a line gives points or takes them: expected 'gives' or 'takes'");
    }
    var effect = place.has("gives") ? Effect.GIVES : Effect.TAKES;
    var measure = measure(place);
    var per = place.oneOf("per", Per.class);
    checkPer(place, measure, effect, per);
    var points = place.has("gives") || place.has("takes") ? points(place, word(effect)) : MOST;
    var most = points(place, "most");
    if (most.compareTo(points) < 0 && place.mistakesSoFar() == before) {
      place.mistake("most", "'most' is at least what the line gives or takes once, " + points);
    }
    return new Line(
        place.id("id"),
        place.names("names"),
        measure,
        effect,
        points,
        measure.fitting().contains(per) ? per : measure.fitting().getFirst(),
        most.max(points));
  }

  private Measure measure(YamlObject place) {
    if (!place.has("indicator")) {
      return new Measure.Counted(
          place.has("number") ? place.oneOf("number", Number.class) : Number.BREACHED);
    }
    var id = place.text("indicator");
    var indicator = indicators.get(id);
    if (areIndicatorsRight && indicator == null) {
      place.mistake(
          "indicator",
          "the indicator '"
              + id
              + "' is not declared in "
              + IndicatorReader.FILE
              + Nearest.hint(id, indicators.keySet()));
    } else if (areIndicatorsRight && indicator != null) {
      checkIndicator(place, indicator);
    }
    return new Measure.Rate(id);
  }

  private static void checkIndicator(YamlObject place, Indicator indicator) {
    if (!indicator.reads().isOfDeadlines()) {
      place.mistake(
          "indicator", "units are appraised by deadlines; '" + indicator.id() + "' reads no such");
    } else if (indicator.target() == null) {
      place.mistake("indicator", "the indicator '" + indicator.id() + "' has no target to miss");
    }
  }

  private static void checkPer(YamlObject place, Measure measure, Effect effect, Per per) {
    if (!place.has("per")) {
      return;
    }
    var fitting = measure.fitting();
    if (!fitting.contains(per)) {
      place.mistake("per", "'per' should be " + words(fitting) + " for what the line looks at");
    }
    if (measure instanceof Measure.Rate && effect == Effect.GIVES) {
      place.mistake("gives", "what lies below a target takes points: expected 'takes'");
    }
  }

  private static String words(List<Per> all) {
    return String.join(" or ", all.stream().map(StandingReader::word).toList());
  }

  private static String word(Enum<?> value) {
    return io.caseclock.contract.Words.of(value);
  }

  private static BigDecimal points(YamlObject place, String member) {
    return place.scalar(member, POINTS, StandingReader::checkedPoints, MOST);
  }

  private static BigDecimal checkedPoints(String text) {
    var points = NUMBER.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    if (points.signum() <= 0 || points.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(text);
    }
    return points;
  }

  static int whole(YamlObject item, String member, int least, int most, int otherwise) {
    if (!item.has(member)) {
      return otherwise;
    }
    var expected = "a whole number from " + least + " to " + most;
    return Objects.requireNonNull(
        item.scalar(member, expected, text -> checkedWhole(text, least, most), otherwise));
  }

  private static Integer checkedWhole(String text, int least, int most) {
    var number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
