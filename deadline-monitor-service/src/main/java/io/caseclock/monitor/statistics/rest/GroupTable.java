package io.caseclock.monitor.statistics.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups as lines of a table. */
final class GroupTable {

  static final List<String> HEADER =
      List.of(
          "key",
          "name_zh",
          "name_en",
          "due",
          "met_in_time",
          "met_late",
          "breached",
          "open",
          "overdue_open",
          "warned",
          "extended",
          "cancelled",
          "lapsed",
          "late_work",
          "late_data",
          "system",
          "rate_met",
          "rate_of",
          "rate_percent",
          "rank");

  static @Nullable Object[] row(GroupView view) {
    var counts = view.counts();
    var names = view.names();
    return new @Nullable Object[] {
      view.key(),
      names == null ? null : names.zh(),
      names == null ? null : names.en(),
      counts.due(),
      counts.metInTime(),
      counts.metLate(),
      counts.breached(),
      counts.open(),
      counts.overdueOpen(),
      counts.warned(),
      counts.extended(),
      counts.cancelled(),
      counts.lapsed(),
      counts.lateWork(),
      counts.lateData(),
      counts.system(),
      view.rate().met(),
      view.rate().of(),
      view.rate().percent(),
      view.rank()
    };
  }

  private GroupTable() {}
}
