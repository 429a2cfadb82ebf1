package io.caseclock.notify.console.level;

import io.caseclock.problem.ProblemType;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say of who may see a case. */
@MessageBundle(value = "restriction", locale = "zh")
public interface RestrictionTexts {

  String title(String caseId);

  String level(String level);

  String means();

  String setBy(String person, String when);

  String openUntil(String when);

  String change();

  String lastSet(String level);

  String history();

  String hint(String level);

  String reasonHint();

  String faultyReason();

  String set(String level);

  String notSet(ProblemType type);

  String toCase();

  String need();

  String needFor(String caseId);

  String needHint();

  String needReasonHint();

  String notOpened(ProblemType type);

  String seen(String caseId);

  String seenHint();
}
