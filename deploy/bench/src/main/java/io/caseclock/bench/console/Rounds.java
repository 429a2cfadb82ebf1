package io.caseclock.bench.console;

import io.caseclock.bench.statistics.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Visits all pages in turn, round by round, so that none finds in memory what its own last visit
 * left there. The first visit of each page is counted by itself.
 */
final class Rounds {

  private final Map<Visitor, Browser> browsers;
  private final Values values;
  private final List<Visited> visited = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  Rounds(Map<Visitor, Browser> browsers, Values values) {
    this.browsers = browsers;
    this.values = values;
  }

  /** A page and how its visits went. */
  static final class Visited {

    private final PlannedPage page;
    private final long first;
    private final List<Long> nanos = new ArrayList<>();
    private long bytes;
    private int failures;

    private Visited(PlannedPage page, long first) {
      this.page = page;
      this.first = first;
    }

    private void add(Browser.Answer answer) {
      nanos.add(answer.nanos());
      bytes = Math.max(bytes, answer.bytes());
      failures += answer.isShown() ? 0 : 1;
    }

    PlannedPage page() {
      return page;
    }

    /** Of all visits but the first. */
    Timings timings() {
      return new Timings(nanos);
    }

    /** Nanoseconds of the first visit. */
    long first() {
      return first;
    }

    /** Of the largest answer. */
    long bytes() {
      return bytes;
    }

    int failures() {
      return failures;
    }

    boolean meetsItsAim() {
      return failures == 0 && timings().percentile(95) <= page.aim().millis();
    }
  }

  /** Visits each page once; what is not shown then is not asked for again. */
  void first(List<PlannedPage> pages) throws IOException, InterruptedException {
    for (var page : pages) {
      var path = values.in(page.path(), 0);
      if (path.isEmpty()) {
        skipped.add(page.path() + ": there is nothing to show");
        continue;
      }
      var answer = browser(page).get(path.get());
      if (answer.isShown()) {
        visited.add(new Visited(page, answer.nanos()));
      } else {
        skipped.add(
            "%s: answered by %d to %s"
                .formatted(page.path(), answer.status(), page.visitor().account()));
      }
    }
  }

  /** Visits all of them so often, or until the time is over; returns how many rounds it were. */
  int further(int rounds, Duration longest) throws IOException, InterruptedException {
    var giveUp = System.nanoTime() + longest.toNanos();
    for (var round = 1; round <= rounds; round++) {
      for (var each : visited) {
        each.add(browser(each.page()).get(path(each.page(), round).orElseThrow()));
      }
      if (System.nanoTime() > giveUp) {
        return round;
      }
    }
    return rounds;
  }

  private Optional<String> path(PlannedPage page, int round) {
    return values.in(page.path(), round);
  }

  private Browser browser(PlannedPage page) {
    return Objects.requireNonNull(browsers.get(page.visitor()), "signed in");
  }

  List<Visited> visited() {
    return visited;
  }

  boolean hasShown(String path, Visitor visitor) {
    return visited.stream()
        .map(Visited::page)
        .anyMatch(page -> page.visitor() == visitor && page.path().equals(path));
  }

  /** One line for each page that was left out. */
  List<String> skipped() {
    return skipped;
  }
}
