package io.caseclock.notify.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a page, as its head shows it.
 *
 * @param nav the pages that the role may see
 * @param seenUpTo the place in the inbox stream at which the page was made
 * @param local signed in with a built-in account, so that signing out is our business
 */
public record Visitor(
    boolean signedIn,
    String name,
    String role,
    @Nullable String unit,
    boolean hasInbox,
    List<NavLink> nav,
    String seenUpTo,
    boolean local,
    String otherLanguage,
    String otherLanguageUrl) {

  /** A page; {@code isCurrent} where the visitor is on it or below it. */
  public record NavLink(String href, String label, boolean isCurrent) {}
}
