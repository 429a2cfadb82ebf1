package io.caseclock.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the house: no name, no case content.
 *
 * @param id by which a receiver can ignore a repetition
 * @param level the gravest severity inside: grave, serious or ordinary
 * @param kind what it tells of: warning, breach, notice, finding or task
 * @param count how many messages it stands for, from 1
 * @param path where the console shows it, such as {@code /messages/ID}
 * @param about the identifiers of the only message inside, for a channel that takes each message
 *     alone; null for all others
 */
public record Push(
    String id,
    String level,
    String kind,
    int count,
    String path,
    Instant at,
    @Nullable About about) {

  public Push {
    if (id.isBlank() || level.isBlank() || kind.isBlank() || count < 1 || !path.startsWith("/")) {
      throw new IllegalArgumentException("a push needs an id, a level, a kind, a count, a path");
    }
  }

  /** A push that stands for one or several messages. */
  public Push(String id, String level, String kind, int count, String path, Instant at) {
    this(id, level, kind, count, path, at, null);
  }

  /** Identifiers of one message; never a name, never a text of the case. */
  public record About(
      String unit,
      String caseId,
      String subject,
      @Nullable String deadlineId,
      @Nullable String noticeId,
      @Nullable String stage) {}
}
