package io.caseclock.notify.wiring;

import io.caseclock.consume.jdbc.AlsoPutAside;
import io.caseclock.consume.kafka.Batches;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.Patience;
import io.caseclock.consume.kafka.TopicConsumers;
import io.caseclock.contract.Topics;
import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.directory.kafka.DirectoryConsumer;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.memory.BatchMemory;
import io.caseclock.notify.memory.RememberedDirectory;
import io.caseclock.notify.notice.kafka.DeadlineEventsConsumer;
import io.caseclock.notify.notice.kafka.TakeInDeadlineEvents;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The use cases and what they stand on. */
public class NotifyWiring {

  @Produces
  @Singleton
  Sql sql(DataSource dataSource) {
    return new Sql(dataSource);
  }

  @Produces
  @Singleton
  CommittedCounter counter(TransactionSynchronizationRegistry transactions, MeterRegistry meters) {
    return new CommittedCounter(transactions, meters);
  }

  @Produces
  @Singleton
  BatchMemory batchMemory() {
    return new BatchMemory();
  }

  @Produces
  @Singleton
  Directory directory(DataSource dataSource, InstantSource clock, BatchMemory memory) {
    return new RememberedDirectory(new JdbcDirectory(dataSource, clock), memory);
  }

  @Produces
  @Singleton
  Wording wording(NotifyConfig config) {
    return new Wording(config.zone());
  }

  @Produces
  @Singleton
  TopicConsumers consumers(TakeInDeadlineEvents takeIn, Directory directory, Batches batches) {
    return TopicConsumers.of(
        new DeadlineEventsConsumer(takeIn), new DirectoryConsumer(directory, batches));
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(DataSource dataSource, InstantSource clock, Patience patience) {
    return new DeadLetters(dataSource, clock, patience, Topics.NOTIFICATION, AlsoPutAside.NOTHING);
  }
}
