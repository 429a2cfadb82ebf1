package io.caseclock.notify.jdbc;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Counters that count only what was committed. */
public final class CommittedCounter {

  private final TransactionSynchronizationRegistry transactions;
  private final MeterRegistry meters;

  public CommittedCounter(TransactionSynchronizationRegistry transactions, MeterRegistry meters) {
    this.transactions = transactions;
    this.meters = meters;
  }

  /** Counts once the transaction has committed; without a transaction, at once. */
  public void count(String meter, String tag, String value, int amount) {
    if (amount == 0) {
      return;
    }
    if (transactions.getTransactionKey() == null) {
      meters.counter(meter, tag, value).increment(amount);
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              meters.counter(meter, tag, value).increment(amount);
            }
          }
        });
  }
}
