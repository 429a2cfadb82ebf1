package io.caseclock.pack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are meant: those of a cause, about any element or about one.
 *
 * @param cause of {@link #CAUSES}
 * @param element of {@link Rule#ELEMENTS}; null for any
 */
public record FindingKind(String cause, @Nullable String element) {

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
  public static final String FORM = "a cause, or a cause and an element like recorded/venue";

  /** Refuses a cause or an element that does not exist. */
  public FindingKind {
    if (!CAUSES.contains(cause) || (element != null && !Rule.ELEMENTS.contains(element))) {
      throw new IllegalArgumentException("expected " + FORM);
    }
  }

  /** Reads {@link #FORM}; refuses other text with an {@link IllegalArgumentException}. */
  public static FindingKind parse(String text) {
    var slash = text.indexOf('/');
    return slash < 0
        ? new FindingKind(text, null)
        : new FindingKind(text.substring(0, slash), text.substring(slash + 1));
  }

  /** Whether a finding of that cause about that element is meant. */
  public boolean covers(String itsCause, String itsElement) {
    return cause.equals(itsCause) && (element == null || element.equals(itsElement));
  }

  @Override
  public String toString() {
    return element == null ? cause : cause + "/" + element;
  }
}
