package io.caseclock.notify.jdbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;

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
    count(meter, Map.of(tag, value), amount);
  }

  /** The same with several tags. */
  public void count(String meter, Map<String, String> tags, int amount) {
    if (amount == 0) {
      return;
    }
    if (transactions.getTransactionKey() == null) {
      increment(meter, tags, amount);
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              increment(meter, tags, amount);
            }
          }
        });
  }

  private void increment(String meter, Map<String, String> tags, int amount) {
    var all = tags.entrySet().stream().map(tag -> Tag.of(tag.getKey(), tag.getValue())).toList();
    meters.counter(meter, all).increment(amount);
  }
}
