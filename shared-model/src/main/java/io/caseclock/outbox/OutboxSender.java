package io.caseclock.outbox;

import java.util.List;
import java.util.Map;

/** Hands records to the broker. */
@FunctionalInterface
public interface OutboxSender {

  /**
   * Returns once the broker has all of them durably; throws {@link SendFailedException} where that
   * is not certain, and then all are sent again later; throws {@link RecordsRefusedException} where
   * it has all but some that no broker will ever take.
   */
  void send(List<OutboxRecord> records);

  /** The broker has confirmed all of a batch but these, which it will not take, however often. */
  final class RecordsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<Integer, String> reasons;

    /**
     * @param reasons by the place in the batch, from 0
     */
    public RecordsRefusedException(Map<Integer, String> reasons) {
      super("the broker refuses " + reasons.size() + " records for good: " + reasons.values());
      this.reasons = Map.copyOf(reasons);
    }

    public Map<Integer, String> reasons() {
      return reasons;
    }
  }

  /** The broker did not confirm. */
  final class SendFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SendFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
