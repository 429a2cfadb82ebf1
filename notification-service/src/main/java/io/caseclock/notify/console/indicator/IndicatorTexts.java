package io.caseclock.notify.console.indicator;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of indicators say. */
@MessageBundle(value = "indicator", locale = "zh")
public interface IndicatorTexts {

  String title();

  String subtitle();

  String period();

  String months();

  String weeks();

  String days();

  String show();

  String colName();

  String colRate();

  String colOf();

  String colTarget();

  String colBand();

  String colTrend();

  String noTarget();

  String noBand();

  String reached();

  String missed();

  String nothingDue();

  String nothing();

  String ofDeadlines();

  String ofOthers();

  String ofOthersHint();

  String trendOf(String name);

  String rate();

  String target();

  String rules();

  String byUnit();

  String byUnitHint();

  String nothingByUnit();

  String colRank();

  String tooFew();

  String failed();

  String failedHint();

  String nothingFailed();

  String csv();

  String colNow();

  String colThen();

  String same();

  String notKnown();

  String lateData();

  String span(String from, String to);

  String back();

  String status(String status);

  String band(String colour);

  String counts(String reads);

  String countsRules(String rules);

  String countsMoreRules(String rules, int count);
}
