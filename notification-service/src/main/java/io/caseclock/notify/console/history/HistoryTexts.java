package io.caseclock.notify.console.history;

import io.caseclock.problem.ProblemType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of history say. */
@MessageBundle(value = "history", locale = "zh")
public interface HistoryTexts {

  String title();

  String subtitle();

  String show();

  String waiting();

  String waitingHint();

  String nothingWaits();

  String colWaiting();

  String colUnits();

  String colOfficers();

  String colOldest();

  String breaches();

  String as(String as);

  String asLong(String as);

  String choose();

  String release();

  String report();

  String reportHint();

  String nothingReported();

  String colStage();

  String stage(String level);

  String colAlarms();

  String colOpen();

  String findings();

  String colCause();

  String colFindings();

  String cause(String cause);

  String releases();

  String noReleases();

  String colAs();

  String colDeadlines();

  String colBy();

  String colAt();

  String confirm();

  String confirmTitle(String rule);

  String wouldTell(long waiting, long units, long officers);

  String onlyMost(int most);

  String noWayBack();

  String inUnit();

  String cancel();

  String released(int deadlines);

  String nothingLeft();

  String stillWaits(long waiting);

  String releaseRest();

  String toHistory();

  String breachesTitle();

  String breachesSubtitle();

  String which();

  String state(String state);

  String noBreaches();

  String colReleased();

  @Message
  String refused(ProblemType type);
}
