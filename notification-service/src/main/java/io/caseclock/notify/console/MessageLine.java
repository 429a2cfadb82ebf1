package io.caseclock.notify.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An unread message of the visitor's own inbox.
 *
 * @param page where all its letters stand
 * @param link what a single letter is about
 * @param parts the first letters of a message that has several
 * @param more how many are not among the parts
 */
public record MessageLine(
    String id,
    String title,
    String text,
    String page,
    @Nullable String link,
    String caseId,
    String at,
    List<Part> parts,
    String more) {

  /**
   * A letter among others.
   *
   * @param superseded why it no longer holds; empty while it does
   */
  public record Part(
      String severity, String title, @Nullable String link, String caseId, String superseded) {}
}
