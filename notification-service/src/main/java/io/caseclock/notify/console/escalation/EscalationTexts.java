package io.caseclock.notify.console.escalation;

import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.EscalationOrder;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of breaches say. */
@MessageBundle(value = "escalation", locale = "zh")
public interface EscalationTexts {

  String title();

  String subtitle();

  String breach();

  String nothing(String state);

  @Message
  String order(EscalationOrder order);

  String officerId();

  String search();

  String colNext();

  String back();

  String opened();

  String plan();

  String planBy();

  String planUntil();

  String planText();

  String routeSteps();

  String told();

  String isNext();

  String frozen();

  String acknowledge();

  String hint();

  String nextNothing();

  String noDay();

  String state(String state);

  String nextStep(String at, String roles);

  String nextRepeat(String at, String roles);

  String nextPlan(String until);

  String nextEnded(String why, String at);

  String line(String what);

  String takenAlready(String by, String at, String until);

  @Message
  String refused(Acknowledge.Why why);
}
