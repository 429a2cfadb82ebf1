package io.caseclock.notify.console.template;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about the wording of messages say. */
@MessageBundle(value = "wording", locale = "zh")
public interface WordingTexts {

  String title();

  String subtitle();

  String colKind();

  String colSays();

  String own();

  String shipped();

  String edit();

  String look();

  String changedBy(String who, String when);

  String titleZh();

  String titleEn();

  String textZh();

  String textEn();

  String placeholders();

  String placeholdersHint();

  String shippedText();

  String example();

  String exampleHint();

  String preview();

  String save();

  String reset();

  String saved();

  String readOnly();

  String faulty();

  String stale();

  String notAllowed();

  String shippedAlready();

  String empty();

  String tooLong(int most);

  String notPlain();

  String looseBrace();

  String unknownName(String name, String known);

  String missingName(String name);

  String now();

  String kind(String kind);
}
