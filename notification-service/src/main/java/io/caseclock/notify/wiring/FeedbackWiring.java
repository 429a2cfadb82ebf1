package io.caseclock.notify.wiring;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.feedback.AccuracySettings;
import io.caseclock.notify.feedback.JudgeWarning;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.feedback.jdbc.JdbcToldWarnings;
import io.caseclock.notify.packs.RulePacks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Judging warnings, and counting them. */
public class FeedbackWiring {

  @Produces
  @Singleton
  JdbcToldWarnings toldWarnings(Sql sql) {
    return new JdbcToldWarnings(sql);
  }

  @Produces
  @Singleton
  JudgeWarning judgeWarning(Judgements judgements, JdbcToldWarnings warnings) {
    return new JudgeWarning(judgements, warnings);
  }

  @Produces
  @Singleton
  AccuracySettings accuracySettings(RulePacks packs) {
    return new AccuracySettings(packs.usualZone());
  }
}
