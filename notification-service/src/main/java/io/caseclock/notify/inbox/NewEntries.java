package io.caseclock.notify.inbox;

import java.util.Collection;
import java.util.List;

/** Reads what was entered after a place, in an order in which nothing is ever stepped over. */
public interface NewEntries {

  /** The place after everything that can be seen now. */
  Cursor horizon();

  /** Entries of these people after the place, oldest first. */
  List<NewEntry> since(Cursor after, Collection<String> people, int limit);
}
