package io.caseclock.notify.feedback;

import java.util.Collection;
import java.util.List;

/** Where judgements live. Every method takes part in the caller's transaction. */
public interface Judgements {

  /**
   * Stores the person's newest judgement, and appends it to the history.
   *
   * @return false where the same stood already; then nothing is changed
   */
  boolean keep(Judgement judgement);

  /** All that the person has said of the message, newest first. */
  List<Judgement> history(String messageId, String person);

  /** The newest that the person has said of each of these messages, in no order. */
  List<Judgement> newest(Collection<String> messageIds, String person);
}
