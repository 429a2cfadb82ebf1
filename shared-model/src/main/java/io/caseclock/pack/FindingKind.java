package io.caseclock.pack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are meant: those of a cause, those about an element, or both together.
 *
 * @param cause of {@link #CAUSES}; null for any
 * @param element of {@link Rule#ELEMENTS}; null for any
 */
public record FindingKind(@Nullable String cause, @Nullable String element) {

  /** Why there is a finding: a person recorded it, or the suite found it. */
  public static final Set<String> CAUSES =
      Set.of(
          "recorded",
          "contradiction",
          "conflict",
          "extension-refused",
          "term-out-of-bounds",
          "quarantined",
          "unwatched",
          "not-the-owner",
          "audit");

  /** What it reads like, for a message about a text that does not. */
  public static final String FORM = "a cause, an element, or both like recorded/venue";

  /** Refuses a cause or an element that does not exist, and a kind that is neither. */
  public FindingKind {
    if ((cause == null && element == null)
        || (cause != null && !CAUSES.contains(cause))
        || (element != null && !Rule.ELEMENTS.contains(element))) {
      throw new IllegalArgumentException("expected " + FORM);
    }
  }

  /** Reads {@link #FORM}; refuses other text with an {@link IllegalArgumentException}. */
  public static FindingKind parse(String text) {
    var slash = text.indexOf('/');
    if (slash >= 0) {
      return new FindingKind(text.substring(0, slash), text.substring(slash + 1));
    }
    return Rule.ELEMENTS.contains(text) ? new FindingKind(null, text) : new FindingKind(text, null);
  }

  /** Whether a finding of that cause about that element is meant. */
  public boolean covers(String itsCause, String itsElement) {
    return (cause == null || cause.equals(itsCause))
        && (element == null || element.equals(itsElement));
  }

  /** Whether every finding of this kind is one of the other kind too. */
  public boolean isWithin(FindingKind other) {
    return (other.cause == null || other.cause.equals(cause))
        && (other.element == null || other.element.equals(element));
  }

  @Override
  public String toString() {
    if (element == null) {
      return String.valueOf(cause);
    }
    return cause == null ? element : cause + "/" + element;
  }
}
