package io.caseclock.notify.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Of which traces what is sent tells. */
@FunctionalInterface
public interface DeliveryTraces {

  /**
   * @param deliveryIds of deliveries, or of entries of inboxes
   * @return {@code traceparent} of the messages of each; an id is missing where none of its
   *     messages belongs to a trace
   */
  Map<String, List<String>> of(Collection<String> deliveryIds);
}
