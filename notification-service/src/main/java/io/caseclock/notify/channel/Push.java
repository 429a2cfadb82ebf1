package io.caseclock.notify.channel;

import java.time.Instant;

/**
 * What leaves the house to a person or a group: no name, no case content.
 *
 * @param id the message's id, by which a receiver can ignore a repetition
 * @param level the gravest severity inside: grave, serious or ordinary
 * @param kind what it tells of: warning, breach, notice, finding, task or digest
 * @param count how many messages it stands for, from 1
 * @param path where the console shows it, such as {@code /messages/ID}
 */
public record Push(String id, String level, String kind, int count, String path, Instant at) {

  public Push {
    if (id.isBlank() || level.isBlank() || kind.isBlank() || count < 1 || !path.startsWith("/")) {
      throw new IllegalArgumentException("a push needs an id, a level, a kind, a count, a path");
    }
  }
}
