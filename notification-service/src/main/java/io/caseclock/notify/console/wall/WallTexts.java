package io.caseclock.notify.console.wall;

import io.quarkus.qute.i18n.MessageBundle;

/** What the wall screen says. */
@MessageBundle(value = "wall", locale = "zh")
public interface WallTexts {

  String title();

  String current(String time);

  String stale(String time);

  String days();

  String lateUnits();

  String noLateUnits();

  String noUnitsBelow();

  String noneAtZero();

  String more(int count);

  String back();
}
