package io.caseclock.notify.console.directory;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the directory say. */
@MessageBundle(value = "directory", locale = "zh")
public interface DirectoryTexts {

  String title();

  String subtitle();

  String howToChange();

  String find();

  String findHint();

  String found(String text);

  String foundNothing();

  String onlyFirst(int most);

  String units();

  String officers();

  String tree();

  String noUnits();

  String people(int count);

  String kind(String kind);

  String below();

  String noBelow();

  String posted();

  String nobodyPosted();

  String since();

  String roles();

  String absences();

  String absencesHint();

  String nobodyAway();

  String from();

  String back();

  String substitute();

  String noSubstitute();

  String awayNow();

  String awayLater();

  String awayBefore();

  String posts();

  String present();

  String later();

  String former();

  String left();

  String work();

  String noWork();

  String allWork();

  String rule();

  String due();
}
