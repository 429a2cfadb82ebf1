package io.caseclock.notify.wiring;

import io.caseclock.access.Reader;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.level.TakeLevel;
import io.caseclock.notify.level.TellAccess;
import io.caseclock.notify.level.TellOwed;
import io.caseclock.notify.level.jdbc.JdbcHiddenCases;
import io.caseclock.notify.level.jdbc.JdbcStatedLevels;
import io.caseclock.notify.level.kafka.CaseLevelsConsumer;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.RoleHolders;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What decides who may see something of a case. */
public class LevelWiring {

  /** One for each request; there is none where nobody is answered. */
  @Produces
  @RequestScoped
  HiddenCases hiddenCases(Sql sql, CurrentCaller caller, InstantSource clock) {
    return new JdbcHiddenCases(sql, () -> Reader.of(caller.get()), clock);
  }

  @Produces
  @Singleton
  TellAccess tellAccess(RoleHolders holders, Notifications notifications, MessageTexts texts) {
    return new TellAccess(holders, notifications, texts);
  }

  @Produces
  @Singleton
  TellOwed tellOwed(Sql sql, TellAccess tell) {
    return new TellOwed(new JdbcStatedLevels(sql), tell);
  }

  @Produces
  @Singleton
  CaseLevelsConsumer caseLevels(
      Sql sql, TellAccess tell, InstantSource clock, BatchProcessor batches, BatchCache cache) {
    var take = new TakeLevel(new JdbcStatedLevels(sql), tell);
    return new CaseLevelsConsumer(take, clock, batches, cache);
  }
}
