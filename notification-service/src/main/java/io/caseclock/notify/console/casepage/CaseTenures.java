package io.caseclock.notify.console.casepage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who had the case when, as the monitor tells it. */
record CaseTenures(List<Tenure> tenures) {

  private static final int LATEST = 20;

  /** Those who had it last, or all, oldest first, and how many came before. */
  record Shown(List<Tenure> latest, int earlier) {}

  Shown shown(boolean all) {
    var earlier = all ? 0 : Math.max(0, tenures.size() - LATEST);
    return new Shown(tenures.subList(earlier, tenures.size()), earlier);
  }

  /** Who had it from when until when; {@code until} is null for who has it now. */
  record Tenure(
      String unit,
      @Nullable String officer,
      Instant from,
      @Nullable Instant until,
      @Nullable String reason) {

    /** Leaves out the reason. */
    @Override
    public String toString() {
      return "Tenure[" + unit + " " + from + "]";
    }
  }
}
