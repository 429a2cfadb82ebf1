package io.caseclock.notify.console.overview;

import io.quarkus.qute.i18n.MessageBundle;

/** What the first page says. */
@MessageBundle(value = "overview", locale = "zh")
public interface OverviewTexts {

  String title();

  String subtitle();

  String asOf(String at);

  String shortcuts();

  String shortcut(String page);

  String own();

  String ownNext();

  String ofUnit();

  String figures();

  String overdue();

  String today();

  String tomorrow();

  String thisWeek();

  String toSunday();

  String highRisk();

  String mediumRisk(long count);

  String unsigned();

  String callBacks();

  String callBacksLate();

  String safeDays();

  String safeDaysSince(String day);

  String safeDaysNever();

  String longest(long days);

  String changed();

  String changedSince(String at);

  String opened();

  String newlyBreached();

  String met();

  String metLate();

  String byUnit();

  String byUnitHint();

  String nothingBelow();

  String trend();

  String due();

  String breached();

  String months();

  String monthsHint(String thisFrom, String thisTo, String lastFrom, String lastTo);

  String thisMonthDue();

  String thisMonthBreached();

  String lastMonthBreached();

  String change();

  String more();

  String less();

  String same();

  String rateThis();

  String rateLast();

  String wholeUnit();

  String atZero();

  String atZeroOf(int count, int of);

  String atZeroNone();

  String unnamed(int count);

  String noticesTitle();

  String nothingNotices();

  String colNumber();

  String colIssued();

  String allNotices(long count);

  String messagesTitle();

  String nothingMessages();

  String allMessages();

  String markRead();

  String moreMessages(int messages);

  String failing(String kind, String channel);

  String rest(long count);
}
