package io.caseclock.monitor.explain.rest;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of one deadline as a document for the case file, every text in its language.
 *
 * @param stamps what must not be overlooked: provisional, internal, not reproduced
 * @param label the fixed texts of the page by the name of {@link AnnexLabel}
 */
record Annex(
    String lang,
    String title,
    String subtitle,
    List<Stamp> stamps,
    List<Line> facts,
    List<Result> results,
    List<StepLine> steps,
    List<Line> refused,
    List<AnnexCalendar.Month> months,
    List<AnnexCalendar.Cell> legend,
    List<AnnexCalendar.Row> stretches,
    List<String> weekdays,
    String counted,
    List<Line> proof,
    Map<String, String> label)
    implements TemplateInstance {

  /** A word in a frame. */
  record Stamp(String text, boolean isGrave) {}

  /** A label with its texts. */
  record Line(String label, List<String> texts) {
    static Line of(String label, String text) {
      return new Line(label, List.of(text));
    }
  }

  /** A due instant: the operative one, or the one of the other reading. */
  record Result(String label, String due, boolean isOperative, List<String> notes) {}

  /** One step of the trace. */
  record StepLine(
      int number,
      String sentence,
      @Nullable String provision,
      @Nullable String before,
      @Nullable String after) {}
}
