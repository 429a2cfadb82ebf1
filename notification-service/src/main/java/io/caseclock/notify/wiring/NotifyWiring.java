package io.caseclock.notify.wiring;

import io.caseclock.batch.BatchCache;
import io.caseclock.consume.jdbc.OnDeadLetter;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.DatabaseRetry;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.DirectoryConsumer;
import io.caseclock.consume.kafka.TopicConsumers;
import io.caseclock.contract.Topics;
import io.caseclock.directory.CachedDirectory;
import io.caseclock.directory.Directory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.bulletin.kafka.PeriodNumbersConsumer;
import io.caseclock.notify.delivery.KeptAddresses;
import io.caseclock.notify.delivery.TakeDirectoryNews;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.level.kafka.CaseLevelsConsumer;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.kafka.DeadlineEventsConsumer;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.wording.ChangeTemplate;
import io.caseclock.notify.wording.CurrentTemplates;
import io.caseclock.notify.wording.Templates;
import io.caseclock.notify.wording.jdbc.JdbcTemplates;
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
  BatchCache batchMemory() {
    return new BatchCache();
  }

  @Produces
  @Singleton
  Directory directory(DataSource dataSource, InstantSource clock, BatchCache memory) {
    return new CachedDirectory(new JdbcDirectory(dataSource, clock), memory);
  }

  @Produces
  @Singleton
  Templates templates(Sql sql) {
    return new JdbcTemplates(sql);
  }

  @Produces
  @Singleton
  ChangeTemplate changeTemplate(Templates templates, Directory directory) {
    return new ChangeTemplate(templates, directory);
  }

  @Produces
  @Singleton
  MessageTexts wording(RulePacks packs, Templates templates) {
    var current = new CurrentTemplates(templates, System::nanoTime);
    return new MessageTexts(packs.usualZone(), packs.zones(), current);
  }

  @Produces
  @Singleton
  TopicConsumers consumers(
      DeadlineEventsConsumer deadlineEvents,
      PeriodNumbersConsumer periodNumbers,
      CaseLevelsConsumer caseLevels,
      Directory directory,
      KeptAddresses addresses,
      BatchProcessor batches) {
    return TopicConsumers.of(
        deadlineEvents,
        periodNumbers,
        caseLevels,
        new DirectoryConsumer(new TakeDirectoryNews(directory, addresses)::take, batches));
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(DataSource dataSource, InstantSource clock, DatabaseRetry retry) {
    return new DeadLetters(dataSource, clock, retry, Topics.NOTIFICATION, OnDeadLetter.NOTHING);
  }
}
