package io.caseclock.monitor.report.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlinePage.Row;
import io.caseclock.monitor.rest.DeadlineView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a listing.
 *
 * @param risk how likely it is to be missed, high, medium or low; null where it does not run, is
 *     late, or where too little is known
 */
public record ListedDeadline(@JsonUnwrapped DeadlineView deadline, @Nullable String risk) {

  static ListedDeadline of(Row row, Law law, Instant now) {
    var risk = row.risk();
    return new ListedDeadline(
        DeadlineView.of(row.deadline(), law, now), risk == null ? null : risk.wire());
  }
}
