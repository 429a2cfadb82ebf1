package io.caseclock.monitor.prediction;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.prediction.Predictions.Kept;
import io.caseclock.monitor.prediction.Predictions.Place;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the running deadlines whose prediction does not hold any more, page by page. A kept
 * chance is never more than {@link Predictor#STEP} too low, and its band is right, since each is
 * kept with the instant from which on it is not.
 */
public final class PredictRunning {

  static final int PAGE = 2_000;

  private final Predictions predictions;
  private final Curves curves;
  private final Law law;
  private final Directory directory;
  private final InstantSource clock;

  public PredictRunning(
      Predictions predictions, Curves curves, Law law, Directory directory, InstantSource clock) {
    this.predictions = predictions;
    this.curves = curves;
    this.law = law;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * One run over all that is outdated.
   *
   * @return how many were predicted anew, those of which too little is known included
   */
  public int run() {
    var now = clock.instant();
    var learnedAt = curves.learned().at();
    var rules = PredictedRules.of(law);
    Map<String, List<String>> lines = new HashMap<>();
    Place last = null;
    var done = 0;
    List<StoredDeadline> page;
    do {
      page = predictions.outdated(rules, now, learnedAt, last, PAGE);
      if (!page.isEmpty()) {
        predictions.keep(predict(page, lines, now), now);
        var end = page.getLast();
        last = new Place(Objects.requireNonNull(end.dueAt(), "it runs"), end.id());
      }
      done += page.size();
    } while (page.size() == PAGE);
    predictions.forget(now);
    return done;
  }

  private List<Kept> predict(
      List<StoredDeadline> page, Map<String, List<String>> lines, Instant now) {
    Set<CurveKey> keys = new HashSet<>();
    for (var deadline : page) {
      Predictor.levels(line(deadline, lines))
          .forEach(level -> keys.add(new CurveKey(deadline.key().rule(), level)));
    }
    var predictor = new Predictor(curves.find(keys)::get);
    return page.stream()
        .map(deadline -> predict(deadline, line(deadline, lines), predictor, now))
        .toList();
  }

  private List<String> line(StoredDeadline deadline, Map<String, List<String>> lines) {
    return lines.computeIfAbsent(deadline.responsible().unit(), directory::line);
  }

  private static Kept predict(
      StoredDeadline deadline, List<String> line, Predictor predictor, Instant now) {
    var time = CountedTime.of(deadline);
    var age = time.ageAt(now);
    var limit = time.limit(Objects.requireNonNull(deadline.lateFrom(), "it can be late"));
    var outlook = predictor.predict(deadline.key().rule(), line, age, limit).orElse(null);
    return outlook == null
        ? new Kept(deadline, null, age, limit, null)
        : new Kept(deadline, outlook.prediction(), age, limit, changesAt(outlook, time));
  }

  private static @Nullable Instant changesAt(Predictor.Outlook outlook, CountedTime time) {
    var age = outlook.changesAt();
    return age.isPresent() ? time.whenAged(age.getAsLong()) : null;
  }
}
