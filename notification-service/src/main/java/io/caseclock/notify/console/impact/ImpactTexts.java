package io.caseclock.notify.console.impact;

import io.caseclock.problem.ProblemType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of comparisons says. */
@MessageBundle(value = "impact", locale = "zh")
public interface ImpactTexts {

  String title();

  String subtitle();

  String upload();

  String files();

  String filesHint();

  String start();

  String nothingStored();

  String mistakes();

  String mistakesHint();

  String colFile();

  String colMistake();

  String last();

  String none();

  String of(String pack, String version);

  String begun();

  String forUnit();

  String progress(int cases, int total);

  String reload();

  String state(String state);

  String noChange(int open);

  String compared(int cases, int open);

  String effect(String effect);

  String listed();

  String cut(int most);

  String download();

  String unverified();

  String colEffect();

  String colBefore();

  String colAfter();

  String status(String status);

  String packs();

  @Message
  String refused(UploadedPack.Why why);

  @Message
  String problem(ProblemType type);
}
