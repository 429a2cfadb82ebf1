package io.caseclock.notify.console.calculator;

import io.quarkus.qute.i18n.MessageBundle;

/** What the calculator says. */
@MessageBundle(value = "calculator", locale = "zh")
public interface CalculatorTexts {

  String title();

  String subtitle();

  String chooseRule();

  String chooseHint();

  String otherRule();

  String readRule();

  String unknownRule();

  String start(String direction);

  String startHint(String zone);

  String startsBy();

  String custody();

  String term();

  String number();

  String unit();

  String unitOf(String unit);

  String pauses();

  String pausesHint();

  String pauseFrom();

  String pauseTo();

  String pauseBy();

  String addPause();

  String extensions();

  String extensionsHint();

  String adds();

  String approvedAt();

  String addExtension();

  String end();

  String endHint();

  String compute();

  String startMissing();

  String refused(String field);

  String dueBy(String bound);

  String until();

  String atTime(String time);

  String paused();

  String pausedHint();

  String status(String status);

  String provisional();

  String otherReading();

  String notYetInForce();

  String appliesVersion(String id);

  String whyThisDay();

  String calendar(String version);

  String byVersion();

  String byVersionHint();

  String colVersion();

  String colDue();

  String colApplies();

  String applies();

  String wouldHave();

  String ignoredPauses(int pauses);

  String notYet();

  String copyLink();

  String nothingFound();
}
