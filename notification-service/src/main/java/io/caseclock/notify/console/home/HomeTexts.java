package io.caseclock.notify.console.home;

import io.quarkus.qute.i18n.MessageBundle;

/** What the first page says. */
@MessageBundle(value = "home", locale = "zh")
public interface HomeTexts {

  String title();

  String subtitle();

  String breaches();

  String warnings();

  String notices();

  String messagesTitle();

  String nothingMessages();

  String markRead();

  String alarmsTitle();

  String nothingAlarms();

  String noticesTitle();

  String nothingNotices();

  String shownFirst();

  String colNumber();

  String colIssued();

  String more(int messages);

  String failing(String kind, String channel);
}
