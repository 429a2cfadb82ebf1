package io.caseclock.notify.console.route;

import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.routing.ChangePolicy;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of routes says. */
@MessageBundle(value = "route", locale = "zh")
public interface RouteTexts {

  String title();

  String subtitle();

  String policy();

  String from();

  String show();

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

  String edit();

  String editTitle(String unit);

  String editHint();

  String saved();

  String silence();

  String add();

  String remove();

  String up();

  String down();

  String addStep();

  String removeStep();

  String save();

  String reset();

  String resetHint();

  String pack();

  String routeId();

  String kinds();

  String levels();

  String listsAndRules();

  String when();

  String lengthUnit(String unit);

  String tell();

  String push(int rank);

  String noPush();

  String repeatEvery();

  String repeatLongest();

  String repeatTimes();

  String planDays();

  String issuer();

  String steps();

  String faulty();

  String noRoutes();

  String tryIt();

  @Message
  String fault(RouteRow.Fault fault);

  @Message
  String wrong(ChangePolicy.Refusal why);

  @Message
  String toldAs(RecipientReason reason);
}
