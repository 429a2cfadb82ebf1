package io.caseclock.intake.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hands accepted events of cases to Kafka once more, as they were the first time: for readers that
 * have lost them. Those that know an event count it once.
 */
public interface Republication {

  /**
   * A place in the journal, which is gone through case by case: right behind an event.
   *
   * @param seq of the event among all
   */
  record Place(String caseId, long seq) {

    public static final Place BEGINNING = new Place("", 0);
  }

  /**
   * What one step did.
   *
   * @param read how many events it looked at
   * @param published how many of them it put into the outbox
   * @param withoutContents how many it left out since contents of their case were deleted: without
   *     them the others would be half of the case
   * @param next where the following step begins; null at the end
   */
  record Step(int read, int published, int withoutContents, @Nullable Place next) {}

  /**
   * Puts the next events into the outbox.
   *
   * @param acceptedFrom only those that were accepted then or later
   * @param most how many events are looked at
   */
  Step publish(Instant acceptedFrom, Place after, int most, Instant now);
}
