package io.caseclock.notify.console.rulebook;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the rule book say. */
@MessageBundle(value = "rulebook", locale = "zh")
public interface RulebookTexts {

  String title();

  String subtitle();

  String query();

  String queryHint();

  String search();

  String element();

  String elementOf(String element);

  String basisKind();

  String statutory(boolean statutory);

  String statutoryMeans(boolean statutory);

  String confidence();

  String confidenceOf(String confidence);

  String confidenceMeans(String confidence);

  String found(int total);

  String nothing();

  String colName();

  String colPeriod();

  String colProvision();

  String moreProvisions(int more);

  String moreVersions(int versions);

  String compute();

  String computeWith();

  String openDeadlines();

  String provisions();

  String provisionHint();

  String textVersion();

  String inForceFrom();

  String source();

  String noQuote();

  String versions();

  String versionsHint();

  String version(String id);

  String fromDay(String from);

  String fromTo(String from, String to);

  String rowInForce();

  String rowPeriod();

  String rowBounds();

  String rowStartDay();

  String startDay(boolean counts);

  String rowRoll();

  String roll(String roll);

  String rowMonthEnd();

  String monthEnd(String monthEnd);

  String rowTolling();

  String span(String from, String to);

  String rowExtensions();

  String extension(String adds, String approvedBy);

  String extensionTimes(int times);

  String extensionTotal(String total);

  String rowRestarts();

  String rowWarnings();

  String rowAlternative();

  String alternativeOf(String period, String basis);

  String rowBasis();

  String events();

  String startsBy();

  String startsAfter(String at);

  String startsBefore();

  String stopsBy();

  String cancelledBy();

  String onlyWhere();

  String followedBy();

  String follower(String at);

  String inList();

  String inIndicators();

  String onBreach();

  String breach(String breach);

  String duty();

  String examples();

  String examplesHint(int shown, int all);

  String exampleStart();

  String exampleDue();

  String exampleSteps();

  String noExamples();

  String period(String unit, int value);

  String periodThen(String first, String then);

  String periodOf(String period, String bound);

  String day(String day, String weekday);

  String truth(boolean truth);
}
