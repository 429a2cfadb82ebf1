package io.caseclock.notify.console.settings;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page of settings says. */
@MessageBundle(value = "settings", locale = "zh")
public interface SettingsTexts {

  String title();

  String subtitle();

  String group(String key);

  String name(String key);

  String does(String key);
}
