package io.caseclock.notify.console.route;

import io.caseclock.notify.console.frame.Forms;
import io.caseclock.pack.Route;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A policy as a form holds it. Without scripts a row is added, removed and moved by sending the
 * form and getting it back changed.
 *
 * @param version of the unit's own policy that the form began with
 */
record PolicyForm(String unit, long version, List<RouteRow> rows) {

  static final int MOST_ROWS = 100;

  private static final Pattern SHAPE =
      Pattern.compile("add|(remove|up|down|add-step)-\\d{1,2}|remove-step-\\d{1,2}-\\d");

  PolicyForm {
    rows = List.copyOf(rows);
  }

  static PolicyForm of(String unit, long version, List<Route> routes) {
    return new PolicyForm(unit, version, routes.stream().map(RouteRow::of).toList());
  }

  static PolicyForm of(String unit, MultivaluedMap<String, String> fields) {
    return new PolicyForm(
        unit,
        Forms.count(fields, "version", Integer.MAX_VALUE),
        IntStream.range(0, Forms.count(fields, "rows", MOST_ROWS))
            .mapToObj(row -> row(fields, "r" + row + "."))
            .toList());
  }

  private static RouteRow row(MultivaluedMap<String, String> fields, String at) {
    return new RouteRow(
        Forms.text(fields, at + "id"),
        all(fields, at + "kinds"),
        all(fields, at + "severities"),
        all(fields, at + "lists"),
        all(fields, at + "rules"),
        Forms.text(fields, at + "critical").equals("yes"),
        Forms.text(fields, at + "digest").equals("yes"),
        IntStream.range(0, Forms.count(fields, at + "steps", RouteRow.MOST_STEPS))
            .mapToObj(step -> step(fields, at + "s" + step + "."))
            .toList(),
        length(fields, at + "every"),
        length(fields, at + "longest"),
        Forms.text(fields, at + "times"),
        Forms.text(fields, at + "plan"),
        Forms.text(fields, at + "issuedBy"));
  }

  private static StepRow step(MultivaluedMap<String, String> fields, String at) {
    return new StepRow(
        length(fields, at + "after"), all(fields, at + "tell"), all(fields, at + "push"));
  }

  private static LengthForm length(MultivaluedMap<String, String> fields, String at) {
    return new LengthForm(Forms.text(fields, at), Forms.text(fields, at + "Unit"));
  }

  private static List<String> all(MultivaluedMap<String, String> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .map(Forms::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static int number(String text, int most) {
    return text.matches("\\d{1,9}") ? Math.min(most, Integer.parseInt(text)) : 0;
  }

  /** Whether a button changes the shape of a form. */
  static boolean isShape(String button) {
    return SHAPE.matcher(button).matches();
  }

  /**
   * The form after a button that changes its shape: {@code add}, {@code remove-2}, {@code up-2},
   * {@code down-2}, {@code add-step-2}, {@code remove-step-2-1}; the same after any other.
   */
  PolicyForm after(String button) {
    var parts = button.split("-(?=\\d)");
    var row = parts.length > 1 ? number(parts[1], MOST_ROWS) : -1;
    if (button.equals("add") && rows.size() < MOST_ROWS) {
      return withRows(this::added);
    }
    if (row < 0 || row >= rows.size()) {
      return this;
    }
    return switch (parts[0]) {
      case "remove" -> withRows(list -> removed(list, row));
      case "up" -> withRows(list -> swapped(list, row - 1));
      case "down" -> withRows(list -> swapped(list, row));
      case "add-step" -> withSteps(row, PolicyForm::stepAdded);
      case "remove-step" ->
          withSteps(row, list -> removed(list, parts.length > 2 ? number(parts[2], 99) : -1));
      default -> this;
    };
  }

  /** The last route is for everything, so that a new one stands before it. */
  private List<RouteRow> added(List<RouteRow> list) {
    list.add(Math.max(0, list.size() - 1), RouteRow.empty(newId()));
    return list;
  }

  private String newId() {
    return IntStream.iterate(rows.size() + 1, next -> next + 1)
        .mapToObj(next -> "route-" + next)
        .filter(id -> rows.stream().noneMatch(row -> row.id().equals(id)))
        .findFirst()
        .orElseThrow();
  }

  private static List<StepRow> stepAdded(List<StepRow> list) {
    if (list.size() < RouteRow.MOST_STEPS) {
      list.add(StepRow.after(list.isEmpty() ? LengthForm.AT_ONCE : LengthForm.NONE));
    }
    return list;
  }

  private static <T> List<T> removed(List<T> list, int at) {
    if (at >= 0 && at < list.size()) {
      list.remove(at);
    }
    return list;
  }

  private static <T> List<T> swapped(List<T> list, int first) {
    if (first >= 0 && first + 1 < list.size()) {
      Collections.swap(list, first, first + 1);
    }
    return list;
  }

  private PolicyForm withRows(UnaryOperator<List<RouteRow>> change) {
    return new PolicyForm(unit, version, change.apply(new ArrayList<>(rows)));
  }

  private PolicyForm withSteps(int row, UnaryOperator<List<StepRow>> change) {
    return withRows(
        list -> {
          var one = list.get(row);
          list.set(row, one.withSteps(change.apply(new ArrayList<>(one.steps()))));
          return list;
        });
  }

  /** The same rows, to be saved over another version. */
  PolicyForm over(long other) {
    return new PolicyForm(unit, other, rows);
  }
}
