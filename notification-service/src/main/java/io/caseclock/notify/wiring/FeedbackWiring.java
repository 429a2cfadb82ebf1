package io.caseclock.notify.wiring;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.feedback.Accuracies;
import io.caseclock.notify.feedback.AccuracySettings;
import io.caseclock.notify.feedback.JudgeWarning;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.feedback.jdbc.JdbcAccuracies;
import io.caseclock.notify.feedback.jdbc.JdbcJudgements;
import io.caseclock.notify.jdbc.CommittedCounter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Judging warnings, and counting the verdicts. */
public class FeedbackWiring {

  @Produces
  @Singleton
  Judgements judgements(Sql sql, CommittedCounter counter) {
    return new JdbcJudgements(sql, counter);
  }

  @Produces
  @Singleton
  JudgeWarning judgeWarning(Judgements judgements) {
    return new JudgeWarning(judgements);
  }

  @Produces
  @Singleton
  Accuracies accuracies(Sql sql) {
    return new JdbcAccuracies(sql);
  }

  @Produces
  @Singleton
  AccuracySettings accuracySettings(NotifyConfig config) {
    return new AccuracySettings(config.zone());
  }
}
