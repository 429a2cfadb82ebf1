package io.caseclock.notify.console.deadletter;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of records that were put aside say. */
@MessageBundle(value = "deadletter", locale = "zh")
public interface DeadLetterTexts {

  String title();

  String subtitle();

  String ofIntake();

  String nothing();

  String topic();

  String reason();

  String state();

  String show();

  String colRecord();

  String colWhy();

  String colSince();

  String tries();

  String open();

  String detail();

  String key();

  String value();

  String header();

  String none();

  String bytes(int bytes);

  String cut(int shown);

  String replay();

  String replayHint();

  String dismiss();

  String dismissHint();

  String dismissReason();

  String settled();

  String note();

  String missing();

  String stillNot();

  String already();

  String gone();

  String notNow();

  String service(String service);

  String reasonOf(String reason);

  String stateOf(String state);

  String fault(String fault, String what);

  String expected(String fault, String what);

  String line(String line);
}
