package io.caseclock.notify.console.overview;

import io.caseclock.directory.Directory;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asked;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks the monitor how a unit stands; what it asks for starts at once. */
@RequestScoped
public class UnitNumbers {

  private static final String UNIT = "unit";

  private final Monitor monitor;
  private final PageContext page;
  private final Directory directory;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  UnitNumbers(
      Monitor monitor, PageContext page, Directory directory, PageTime time, InstantSource clock) {
    this.monitor = monitor;
    this.page = page;
    this.directory = directory;
    this.time = time;
    this.clock = clock;
  }

  /**
   * The unit that is asked for, the visitor's own where none is; refuses one that they do not see
   * as one that does not exist.
   */
  public String unit(@Nullable String asked) {
    var root = page.root();
    if (asked == null || asked.isBlank() || asked.equals(root)) {
      return root;
    }
    if (!directory.isWithin(asked, root)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No such unit.");
    }
    return asked;
  }

  /** All three, asked together. */
  public Numbers of(String unit) {
    var present = monitor.get("/api/v1/present", Query.of(UNIT, unit), Present.class);
    var safeDays =
        monitor.get("/api/v1/statistics/safe-days", Query.of(UNIT, unit), SafeDays.class);
    var today = time.today(clock.instant());
    var year =
        Query.of(UNIT, unit)
            .and("from", today.withDayOfYear(1))
            .and("to", today)
            .and("by", "month");
    var months = monitor.get("/api/v1/statistics/deadlines", year, Months.class);
    return new Numbers(present, safeDays, months);
  }

  /** The questions of a page. */
  public record Numbers(
      Asked<Present> asked, Asked<SafeDays> askedDays, Asked<Months> askedMonths) {

    public Answer<Present> present() {
      return asked.answer();
    }

    public Answer<SafeDays> safeDays() {
      return askedDays.answer();
    }

    public Answer<Months> months() {
      return askedMonths.answer();
    }
  }
}
