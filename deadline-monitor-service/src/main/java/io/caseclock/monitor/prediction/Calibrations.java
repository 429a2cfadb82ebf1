package io.caseclock.monitor.prediction;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Where it is kept how well each month was predicted. */
public interface Calibrations {

  /** How well the deadlines that began in one month were predicted. */
  record OfMonth(YearMonth month, Calibration calibration, Instant computedAt) {}

  void keep(OfMonth month);

  /** The newest months, the newest first. */
  List<OfMonth> newest(int most);

  /** When a month was last measured; empty where none was. */
  Optional<Instant> lastAt();
}
