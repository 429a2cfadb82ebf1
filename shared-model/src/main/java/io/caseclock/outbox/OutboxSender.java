package io.caseclock.outbox;

import java.util.List;

/** Hands records to the broker. */
@FunctionalInterface
public interface OutboxSender {

  /**
   * Returns once the broker has all of them durably; throws {@link SendFailedException} where that
   * is not certain, and then all are sent again later.
   */
  void send(List<OutboxRecord> records);

  /** The broker did not confirm. */
  final class SendFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SendFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
