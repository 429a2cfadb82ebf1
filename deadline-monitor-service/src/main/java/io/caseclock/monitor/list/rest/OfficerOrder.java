package io.caseclock.monitor.list.rest;

import io.caseclock.contract.StorableText;
import io.caseclock.monitor.list.OfficerDue.Order;
import io.caseclock.monitor.rest.CursorText;

/** A place among officers or units, as text. */
final class OfficerOrder {

  private static final String BETWEEN = "\n";

  private OfficerOrder() {}

  static String text(Order order) {
    var plain =
        String.join(
            BETWEEN,
            String.valueOf(order.isTold()),
            String.valueOf(order.low()),
            order.unit(),
            order.officer());
    return CursorText.of(plain);
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Order parse(String text) {
    return CursorText.parse(text, OfficerOrder::read, OfficerOrder::text);
  }

  private static Order read(String plain) {
    var parts = CursorText.parts(plain, BETWEEN, 4);
    if (!StorableText.is(plain)) {
      throw new IllegalArgumentException("not a cursor: " + plain);
    }
    return new Order(
        Boolean.parseBoolean(parts[0]), Double.parseDouble(parts[1]), parts[2], parts[3]);
  }
}
