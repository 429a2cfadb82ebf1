package io.caseclock.monitor.list.rest;

import io.caseclock.contract.StorableText;
import io.caseclock.monitor.list.OfficerLoad.Order;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Order parse(String text) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var parts = plain.split(BETWEEN, -1);
    if (parts.length != 4 || !StorableText.is(plain)) {
      throw new IllegalArgumentException("not a cursor: " + text);
    }
    var order =
        new Order(Boolean.parseBoolean(parts[0]), Double.parseDouble(parts[1]), parts[2], parts[3]);
    if (!text(order).equals(text)) {
      throw new IllegalArgumentException("not a cursor that was given out: " + text);
    }
    return order;
  }
}
