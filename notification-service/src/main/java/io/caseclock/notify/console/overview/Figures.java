package io.caseclock.notify.console.overview;

/** How many deadlines stand how, as the monitor tells it. */
public record Figures(
    Figure overdue,
    Figure today,
    Figure tomorrow,
    Figure thisWeek,
    Figure highRisk,
    Figure mediumRisk,
    Figure opened,
    Figure breached,
    Figure met,
    Figure metLate) {

  /**
   * One figure.
   *
   * @param deadlines the query that tells the deadlines behind it
   */
  public record Figure(long count, String deadlines) {

    /** The page that shows them. */
    public String link() {
      return "/deadlines?" + deadlines;
    }
  }
}
