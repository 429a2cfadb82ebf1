package io.caseclock.monitor.prediction.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caseclock.monitor.prediction.Calibration;
import io.caseclock.monitor.prediction.Calibration.Bin;
import io.caseclock.monitor.prediction.Calibrations.OfMonth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How well predictions held.
 *
 * @param total of all months together
 * @param months the newest first; a month without cases is shown, too
 */
public record CalibrationView(Measure total, List<Month> months) {

  /** The deadlines that began in one month. */
  public record Month(String month, Measure measure, Instant computedAt) {}

  /**
   * The measures of some deadlines; a null says that there is nothing to say.
   *
   * @param cases that were predicted when half of their time had passed, and are decided
   * @param late of those, how many were missed
   * @param undecided how many still run, which count nowhere else
   * @param unpredicted of how many too little was known, which count nowhere else
   * @param baseRate late / cases
   * @param brier mean squared error of the predictions; 0 is perfect
   * @param baseBrier that of whoever says the base rate of each, knowing it beforehand
   * @param skill 1 - brier / baseBrier: how much of that error the predictions save
   * @param reliability the tenths of the predicted chance, the lowest first
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Measure(
      long cases,
      long late,
      long undecided,
      long unpredicted,
      @Nullable Double baseRate,
      @Nullable Double brier,
      @Nullable Double baseBrier,
      @Nullable Double skill,
      List<Tenth> reliability) {

    static Measure of(Calibration calibration) {
      List<Tenth> tenths = new ArrayList<>();
      for (var i = 0; i < Calibration.BINS; i++) {
        tenths.add(Tenth.of(i, calibration.bins().get(i)));
      }
      return new Measure(
          calibration.cases(),
          calibration.late(),
          calibration.undecided(),
          calibration.unpredicted(),
          orNull(calibration.baseRate()),
          orNull(calibration.brier()),
          orNull(calibration.baseBrier()),
          orNull(calibration.skill()),
          tenths);
    }
  }

  /**
   * Deadlines whose predicted chance lies between two tenths.
   *
   * @param from inclusive
   * @param to exclusive, but for the last
   * @param predicted the mean of the chances
   * @param observed the share that was missed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Tenth(
      double from,
      double to,
      long cases,
      long late,
      @Nullable Double predicted,
      @Nullable Double observed) {

    static Tenth of(int number, Bin bin) {
      return new Tenth(
          number / (double) Calibration.BINS,
          (number + 1) / (double) Calibration.BINS,
          bin.cases(),
          bin.late(),
          orNull(bin.meanPredicted()),
          orNull(bin.observed()));
    }
  }

  static CalibrationView of(List<OfMonth> months) {
    var total =
        months.stream().map(OfMonth::calibration).reduce(Calibration.NOTHING, Calibration::plus);
    return new CalibrationView(
        Measure.of(total),
        months.stream()
            .map(
                one ->
                    new Month(
                        one.month().toString(), Measure.of(one.calibration()), one.computedAt()))
            .toList());
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
