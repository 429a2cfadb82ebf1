package io.caseclock.notify.console.pack;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of packs says. */
@MessageBundle(value = "pack", locale = "zh")
public interface PackTexts {

  String title();

  String subtitle();

  String tryImpact();

  String calendars();

  String ruleBook();

  String none();

  String version();

  String since();

  String zone();

  String contents();

  String counts(int rules, int versions, int events);

  String lists();

  String indicators();

  String hash();

  String services();

  String inMonitor();

  @Message
  String here(PackLine.Here here);

  String howToChange();

  String changes();

  String noChanges();

  String colPack();

  String colVersion();

  String colInForce();

  String colDone();

  String colCases();

  String colMoved();

  String goesOn();
}
