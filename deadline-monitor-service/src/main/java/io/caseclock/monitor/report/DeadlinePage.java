package io.caseclock.monitor.report;

import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing of deadlines.
 *
 * @param next where the next page begins; null on the last
 */
public record DeadlinePage(List<Row> rows, @Nullable Place next) {

  /**
   * A deadline.
   *
   * @param risk how likely it is to be missed; null where it does not run, is late, or where too
   *     little is known
   */
  public record Row(StoredDeadline deadline, @Nullable Band risk) {}

  /**
   * A place in an order.
   *
   * @param key of the row: its rank, id or starting instant; empty in the order by due instant
   * @param dueAt of the row; null where it has none, or where the order does not ask
   */
  public record Place(DeadlineOrder order, String key, @Nullable Instant dueAt, UUID id) {}

  public DeadlinePage {
    rows = List.copyOf(rows);
  }

  /** The deadlines alone. */
  public List<StoredDeadline> deadlines() {
    return rows.stream().map(Row::deadline).toList();
  }
}
