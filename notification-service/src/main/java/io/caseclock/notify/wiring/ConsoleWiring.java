package io.caseclock.notify.wiring;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.casefile.CaseRecords;
import io.caseclock.notify.casefile.panache.PanacheCaseRecords;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.filter.KeepFilters;
import io.caseclock.notify.filter.jdbc.JdbcSavedFilters;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.overview.CountOpenWork;
import io.caseclock.notify.overview.panache.PanacheOpenWorkCounts;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the pages need beside what they show. */
public class ConsoleWiring {

  @Produces
  @Singleton
  PageTime pageTime(RulePacks packs) {
    return new PageTime(packs.usualZone());
  }

  @Produces
  @Singleton
  CountOpenWork countOpenWork(Sql sql, TaskKinds kinds, RulePacks packs) {
    return new CountOpenWork(new PanacheOpenWorkCounts(sql), kinds, packs.usualZone());
  }

  @Produces
  @Singleton
  KeepFilters keepFilters(Sql sql) {
    return new KeepFilters(new JdbcSavedFilters(sql));
  }

  @Produces
  @Singleton
  PackNames packNames(PacksInForce packs) {
    return PackNames.of(packs.packs());
  }

  @Produces
  @Singleton
  CaseRecords caseRecords(Sql sql, HiddenCases hidden) {
    return new PanacheCaseRecords(sql, hidden);
  }
}
