package io.caseclock.notify.pipeline;

import io.caseclock.notify.silence.Silence;
import java.time.Instant;
import java.util.List;

/**
 * What the stages know of a mailbox: one addressee by one channel.
 *
 * @param waiting all that waits there
 * @param silences those in force now
 * @param sentThisHour how many messages went there in the hour before
 * @param budget how many may go there in an hour
 * @param circuitOpen whether the channel fails at present
 */
public record MailboxState(
    Instant now,
    List<PendingMessage> waiting,
    List<Silence> silences,
    int sentThisHour,
    int budget,
    boolean circuitOpen) {

  public MailboxState {
    waiting = List.copyOf(waiting);
    silences = List.copyOf(silences);
  }
}
