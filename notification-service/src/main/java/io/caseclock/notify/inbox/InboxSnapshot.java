package io.caseclock.notify.inbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stood in all inboxes at one moment: whoever was shown a list marks exactly that as read, and
 * never what arrived meanwhile, in whatever order it became visible.
 *
 * @param text the database's own word for what it could see
 */
public record InboxSnapshot(String text) {

  private static final Pattern SHAPE = Pattern.compile("\\d{1,19}:\\d{1,19}:[0-9,]{0,4000}");

  public InboxSnapshot {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a snapshot of inboxes");
    }
  }

  /** Reads the text of one; empty for anything else. */
  public static Optional<InboxSnapshot> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new InboxSnapshot(text)) : Optional.empty();
  }
}
