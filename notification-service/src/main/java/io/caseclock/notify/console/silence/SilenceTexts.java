package io.caseclock.notify.console.silence;

import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.Silence;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of silences says. */
@MessageBundle(value = "silence", locale = "zh")
public interface SilenceTexts {

  String title();

  String subtitle();

  String nothing(String group);

  String group(String group);

  String prefilled();

  String ofRule();

  String notAbove();

  String notPages();

  String notLost();

  String colCovers();

  String colAuthor();

  String colUntil();

  String approvedBy();

  String ended();

  String approve();

  String end();

  String propose();

  String hint();

  String everything();

  String incomplete();

  @Message
  String standing(Silence.Standing standing);

  @Message
  String refused(AskForSilence.Why why);

  String withdraw();

  String decline();

  String endedUnapproved();
}
