package io.caseclock.monitor.present.rest;

import io.caseclock.monitor.present.Figure;
import io.caseclock.monitor.present.Figures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How many deadlines stand how.
 *
 * @param overdue late and not done
 * @param today open, not late yet, due today
 * @param tomorrow open, due tomorrow
 * @param thisWeek open, not late yet, due from today to Sunday
 * @param highRisk open, not late yet, missed with a chance of one in two or more
 * @param mediumRisk the same, of one in five or more, but less than one in two
 * @param opened began to run since the beginning of yesterday
 * @param breached became late since the beginning of yesterday, mended or not
 * @param met known since the beginning of yesterday to have been met in time
 * @param metLate known since then to have been met after the due instant
 */
public record FiguresView(
    FigureView overdue,
    FigureView today,
    FigureView tomorrow,
    FigureView thisWeek,
    FigureView highRisk,
    FigureView mediumRisk,
    FigureView opened,
    FigureView breached,
    FigureView met,
    FigureView metLate) {

  /**
   * One figure.
   *
   * @param deadlines the query of {@code GET /api/v1/deadlines} that tells exactly these deadlines
   */
  public record FigureView(long count, String deadlines) {}

  /**
   * @param officer whose they are; null for all of the unit
   */
  static FiguresView of(Figures figures, String unit, @Nullable String officer) {
    var whose = "unit=" + word(unit) + (officer == null ? "" : "&officer=" + word(officer));
    return new FiguresView(
        view(figures, Figure.OVERDUE, whose),
        view(figures, Figure.TODAY, whose),
        view(figures, Figure.TOMORROW, whose),
        view(figures, Figure.THIS_WEEK, whose),
        view(figures, Figure.HIGH_RISK, whose),
        view(figures, Figure.MEDIUM_RISK, whose),
        view(figures, Figure.OPENED, whose),
        view(figures, Figure.BREACHED, whose),
        view(figures, Figure.MET, whose),
        view(figures, Figure.MET_LATE, whose));
  }

  private static FigureView view(Figures figures, Figure figure, String whose) {
    return new FigureView(figures.of(figure), whose + "&" + figure.filter());
  }

  private static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
