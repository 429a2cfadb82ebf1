package io.caseclock.monitor.prediction;

import io.caseclock.contract.Names;
import java.time.Duration;

/** Says in a sentence what a prediction rests on. */
public final class Reason {

  /** What has less time is told in hours. */
  private static final long SHORT = Duration.ofDays(3).toSeconds();

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  /** Stands for the names of a unit where the figures are of all units. */
  public static final Names ALL_UNITS = new Names("全部单位", "all units");

  /**
   * Such as "Of 41 such cases still open at day 22, 17 were late (Station A and below)."
   *
   * @param level the names of the unit, or {@link #ALL_UNITS}
   */
  public static Names of(Prediction prediction, Names level) {
    var open = prediction.open();
    var isShort = prediction.limit() < SHORT;
    var reached = prediction.age() / (isShort ? HOUR : DAY);
    var all = prediction.level().equals(CurveKey.ALL);
    var zh = new StringBuilder("同类事项");
    var en = new StringBuilder("Of ").append(open.atRisk()).append(" such cases");
    if (reached > 0) {
      zh.append("满").append(reached).append(isShort ? "小时" : "天").append("仍未办结的");
      en.append(" still open at ").append(isShort ? "hour " : "day ").append(reached);
    }
    zh.append(open.atRisk()).append("件中，").append(open.late()).append("件超期（");
    zh.append(level.zh()).append(all ? "）" : "及下级）");
    en.append(", ").append(open.late()).append(open.late() == 1 ? " was late (" : " were late (");
    en.append(level.en()).append(all ? ")" : " and below)");
    if (open.unknown() > 0) {
      zh.append("，").append(open.unknown()).append("件结果未知");
      en.append("; of ").append(open.unknown()).append(" the outcome is not known");
    }
    if (open.beyondObserved()) {
      zh.append("；尚无观察到如此长久的事项");
      en.append("; none was seen for as long as this one may take");
    }
    return new Names(zh.append("。").toString(), en.append(".").toString());
  }

  private Reason() {}
}
