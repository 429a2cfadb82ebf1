package io.caseclock.notify.wiring;

import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.Patience;
import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.Inboxes;
import io.caseclock.notify.delivery.LiveInbox;
import io.caseclock.notify.delivery.Recipients;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.delivery.jdbc.InboxMessageRows;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryLog;
import io.caseclock.notify.delivery.jdbc.JdbcInboxes;
import io.caseclock.notify.delivery.jdbc.JdbcNewMessages;
import io.caseclock.notify.jdbc.CommittedCounter;
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
  Directory directory(DataSource dataSource, InstantSource clock) {
    return new JdbcDirectory(dataSource, clock);
  }

  @Produces
  @Singleton
  Recipients recipients(Directory directory) {
    return new Recipients(directory);
  }

  @Produces
  @Singleton
  Wording wording(NotifyConfig config) {
    return new Wording(config.zone());
  }

  @Produces
  @Singleton
  DeliveryLog deliveryLog(Sql sql, CommittedCounter counter) {
    return new JdbcDeliveryLog(sql, counter);
  }

  @Produces
  @Singleton
  Inboxes inboxes(InboxMessageRows rows, Sql sql) {
    return new JdbcInboxes(rows, sql);
  }

  @Produces
  @Singleton
  LiveInbox liveInbox(Sql sql, InboxMessageRows rows) {
    return new LiveInbox(new JdbcNewMessages(sql, rows));
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(DataSource dataSource, InstantSource clock, Patience patience) {
    return new DeadLetters(dataSource, clock, patience, "notification");
  }
}
