package io.caseclock.notify.pipeline;

import io.caseclock.notify.silence.Silence;
import java.time.Instant;
import java.util.List;

/**
 * What the stages know of a mailbox: one recipient by one channel.
 *
 * @param pending all that waits there
 * @param silences those in force now
 * @param sentThisHour how many groups went there in the hour before
 * @param budget how many may go there in an hour
 * @param circuitOpen whether the channel fails at present
 * @param eachAlone whether its channel takes each message alone and at once
 */
public record MailboxState(
    Instant now,
    List<PendingMessage> pending,
    List<Silence> silences,
    int sentThisHour,
    int budget,
    boolean circuitOpen,
    boolean eachAlone) {

  public MailboxState {
    pending = List.copyOf(pending);
    silences = List.copyOf(silences);
  }
}
