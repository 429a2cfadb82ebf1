package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.report.DeadlineOrder;
import io.caseclock.monitor.report.DeadlinePage.Place;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order of deadlines in SQL, of keys without nulls: a place compares as one row, so that an
 * index begins to read there. The keys are those of the indexes of V24.
 */
final class DeadlineOrderSql {

  /** The due instant; what has none comes behind all others. */
  static final String DUE = "coalesce(d.due_at, 'infinity'::timestamptz)";

  /** The officer's id; empty where there is none. */
  static final String OFFICER = "coalesce(d.officer, '')";

  private static final List<String> SEVERITIES = List.of("grave", "serious");

  private static final String SEVERITY =
      "(case d.severity when 'grave' then 0 when 'serious' then 1 else 2 end)";

  /** What {@link #DUE} is for what has none, as the driver writes it. */
  private static final OffsetDateTime NEVER = OffsetDateTime.MAX;

  static String orderBy(DeadlineOrder order) {
    var direction = order.isDescending() ? " desc" : "";
    return " order by "
        + keys(order).stream().map(key -> key + direction).collect(Collectors.joining(", "));
  }

  /** Holds for the rows behind a place; takes {@link #parameters}. */
  static String behind(DeadlineOrder order) {
    var keys = keys(order);
    return "("
        + String.join(", ", keys)
        + (order.isDescending() ? ") < (" : ") > (")
        + "?, ".repeat(keys.size() - 1)
        + "?)";
  }

  private static List<String> keys(DeadlineOrder order) {
    return switch (order.key()) {
      case DUE -> List.of(DUE, "d.id");
      case SEVERITY -> List.of(SEVERITY, DUE, "d.id");
      case UNIT -> List.of("d.unit", DUE, "d.id");
      case RULE -> List.of("d.rule", DUE, "d.id");
      case OFFICER -> List.of(OFFICER, DUE, "d.id");
      case STARTED -> List.of("d.started_at", "d.id");
    };
  }

  static List<Object> parameters(Place place) {
    List<Object> parameters = new ArrayList<>();
    switch (place.order().key()) {
      case DUE -> {}
      case SEVERITY -> parameters.add(Integer.parseInt(place.key()));
      case UNIT, RULE, OFFICER -> parameters.add(place.key());
      case STARTED -> parameters.add(Sql.utc(Instant.parse(place.key())));
    }
    if (place.order().key() != DeadlineOrder.Key.STARTED) {
      var dueAt = place.dueAt();
      parameters.add(dueAt == null ? NEVER : Sql.utc(dueAt));
    }
    parameters.add(place.id());
    return parameters;
  }

  /** Where a deadline stands in the order. */
  static Place place(DeadlineOrder order, StoredDeadline deadline) {
    return new Place(order, key(order, deadline), dueAt(order, deadline), deadline.id());
  }

  private static String key(DeadlineOrder order, StoredDeadline deadline) {
    return switch (order.key()) {
      case DUE -> "";
      case SEVERITY -> Integer.toString(rank(deadline.rule().severity()));
      case UNIT -> deadline.responsible().unit();
      case RULE -> deadline.key().rule();
      case OFFICER -> Objects.requireNonNullElse(deadline.responsible().officer(), "");
      case STARTED -> deadline.startedAt().toString();
    };
  }

  private static int rank(String severity) {
    var rank = SEVERITIES.indexOf(severity);
    return rank < 0 ? SEVERITIES.size() : rank;
  }

  private static @Nullable Instant dueAt(DeadlineOrder order, StoredDeadline deadline) {
    return order.key() == DeadlineOrder.Key.STARTED ? null : deadline.dueAt();
  }

  private DeadlineOrderSql() {}
}
