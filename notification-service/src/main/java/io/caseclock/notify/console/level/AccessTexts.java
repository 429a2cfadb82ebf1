package io.caseclock.notify.console.level;

import io.caseclock.problem.ProblemType;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of accesses in need says. */
@MessageBundle(value = "access", locale = "zh")
public interface AccessTexts {

  String title();

  String subtitle();

  String group(String state);

  String nothing(String state);

  String running();

  String over();

  String finding(String finding);

  String lasts(String from, String until);

  String reviewed(String person, String when);

  String question();

  String note();

  String noteHint();

  String faultyFinding();

  String review();

  String hint();

  String own();

  String refused(ProblemType type);

  String waiting(String count);

  String toReview();
}
