package io.caseclock.notify.console.route;

import io.caseclock.notify.message.RecipientReason;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of routes says. */
@MessageBundle(value = "route", locale = "zh")
public interface RouteTexts {

  String title();

  String subtitle();

  String policy();

  String from();

  String change();

  String show();

  String colRoute();

  String colFor();

  String colSteps();

  String colRepeat();

  String colLongestPlan();

  String critical();

  String digest();

  String trial();

  String trialHint();

  String noOfficer();

  String day();

  String send();

  String result();

  String nobody();

  String untold();

  String unreachable();

  String refused();

  @Message
  String toldAs(RecipientReason reason);
}
