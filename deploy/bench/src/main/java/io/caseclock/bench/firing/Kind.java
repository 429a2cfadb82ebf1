package io.caseclock.bench.firing;

import io.caseclock.bench.firing.DbScheduler.Polling;
import io.caseclock.bench.firing.Sweeper.Stage;
import javax.sql.DataSource;

/** Every way of firing that is measured. */
enum Kind {
  WARNINGS,
  BREACHES,
  PLAIN,
  DB_SCHEDULER_LOCK,
  DB_SCHEDULER_FETCH,
  JOBRUNR,
  QUARTZ;

  /** On a database in which {@link OutboxRows#keepModel} left what the others insert. */
  Side on(DataSource database, int cases) {
    return switch (this) {
      case WARNINGS -> new Sweeper(database, Stage.WARNING);
      case BREACHES -> new Sweeper(database, Stage.BREACH);
      case PLAIN -> new PlainLoop(database, OutboxRows.model(database));
      case DB_SCHEDULER_LOCK ->
          new DbScheduler(database, OutboxRows.model(database), Polling.LOCK_AND_FETCH, 50);
      case DB_SCHEDULER_FETCH ->
          new DbScheduler(database, OutboxRows.model(database), Polling.FETCH, 50);
      case JOBRUNR -> new JobRunrSide(database, OutboxRows.model(database), cases);
      case QUARTZ -> new QuartzSide(database, OutboxRows.model(database), 20);
    };
  }
}
