package io.caseclock.notify.console;

import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a page, as its head shows it.
 *
 * @param hasTasks whether the post has a role in which tasks are done
 * @param seenUpTo the place in the inbox stream at which the page was made
 * @param local signed in with a built-in account, so that signing out is our business
 */
public record Visitor(
    boolean signedIn,
    String name,
    String role,
    @Nullable String unit,
    boolean hasInbox,
    boolean hasTasks,
    String seenUpTo,
    boolean local,
    String otherLanguage,
    String otherLanguageUrl) {}
