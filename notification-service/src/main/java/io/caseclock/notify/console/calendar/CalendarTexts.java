package io.caseclock.notify.console.calendar;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page of working calendars says. */
@MessageBundle(value = "calendar", locale = "zh")
public interface CalendarTexts {

  String title();

  String subtitle();

  String pack();

  String year();

  String show();

  String heading(String year);

  String notice();

  String noNotice();

  String provisional();

  String announcedUntil();

  String beyond();

  String affected();

  String none();

  String month(int month);

  String weekday(int day);

  String off();

  String makeUp();

  String legend();

  String legendOff();

  String legendMakeUp();

  String legendWeekend();

  String legendOpen();

  String named();

  String day();

  String holiday();

  String kind(String kind);

  String nothingNamed();

  String noPacks();
}
