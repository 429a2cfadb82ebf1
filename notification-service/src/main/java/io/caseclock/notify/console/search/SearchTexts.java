package io.caseclock.notify.console.search;

import io.quarkus.qute.i18n.MessageBundle;

/** What the search says. */
@MessageBundle(value = "find", locale = "zh")
public interface SearchTexts {

  String title();

  String titleOf(String text);

  String how();

  String tooShort();

  String nothing(String text);

  String next();

  String cases();

  String subjects();

  String officers();

  String notices();

  String rules();

  String open(long count);

  String breached(long count);

  String noneOpen();

  String theirDeadlines();

  String inCase();

  String more();

  String kind(String kind);

  String suggestions();

  String allOf(String text);

  String noSuggestion();

  String units();

  String itsDeadlines();
}
