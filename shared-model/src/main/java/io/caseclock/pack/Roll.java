package io.caseclock.pack;

/** What happens when the last day is not a working day. */
public enum Roll {
  /** Nothing: it ends on that day. */
  NONE,
  /** It ends on the next working day. */
  NEXT_WORKING_DAY,
  /** As {@link #NEXT_WORKING_DAY}, but never while the person is in custody. */
  NONE_IF_IN_CUSTODY
}
