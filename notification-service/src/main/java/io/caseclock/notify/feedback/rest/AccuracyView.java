package io.caseclock.notify.feedback.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caseclock.notify.feedback.Accuracy;
import io.caseclock.notify.feedback.AccuracyQuery.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The statistics as the API shows them.
 *
 * @param of warnings or predictions
 * @param from first day that counts
 * @param to last day that counts
 */
public record AccuracyView(
    String of, String by, LocalDate from, LocalDate to, List<Group> groups, Group total) {

  static AccuracyView of(
      String of, String by, LocalDate from, LocalDate to, List<Line> lines, Accuracy total) {
    return new AccuracyView(
        of,
        by,
        from,
        to,
        lines.stream().map(line -> Group.of(line.key(), line.accuracy())).toList(),
        Group.of(null, total));
  }

  /**
   * One group; a null says that there is nothing to say.
   *
   * @param key the rule, unit or source; null in the total, and where a warning names none
   * @param rateAtLeast lower end of the 95 % interval of the rate
   * @param rateAtMost upper end of it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Group(
      @Nullable String key,
      long told,
      long judged,
      long right,
      long wrong,
      long disputed,
      Map<String, Long> causes,
      @Nullable Double rate,
      @Nullable Double rateAtLeast,
      @Nullable Double rateAtMost,
      @Nullable Double shareJudged) {

    static Group of(@Nullable String key, Accuracy accuracy) {
      Map<String, Long> causes = new TreeMap<>();
      accuracy.causes().forEach((cause, count) -> causes.put(cause.wire(), count));
      return new Group(
          key,
          accuracy.told(),
          accuracy.judged(),
          accuracy.right(),
          accuracy.wrong(),
          accuracy.disputed(),
          causes,
          orNull(accuracy.rate()),
          orNull(accuracy.rateAtLeast()),
          orNull(accuracy.rateAtMost()),
          orNull(accuracy.shareJudged()));
    }

    private static @Nullable Double orNull(OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
  }
}
