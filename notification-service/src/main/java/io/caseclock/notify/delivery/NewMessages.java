package io.caseclock.notify.delivery;

import java.util.Collection;
import java.util.List;

/** Reads what was filed after a place, in an order in which nothing is ever stepped over. */
public interface NewMessages {

  /** The place after everything that can be seen now. */
  Cursor horizon();

  /** Messages of these people after the place, oldest first. */
  List<Arrival> since(Cursor after, Collection<String> people, int limit);
}
