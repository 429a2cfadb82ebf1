package io.caseclock.notify.console;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Every text of the pages; a key that is missing breaks the page and not only the sense. */
final class Texts {

  private static final Map<Language, Map<String, String>> ALL =
      Map.of(
          Language.ZH, load(Locale.CHINESE),
          Language.EN, load(Locale.ENGLISH));

  static Map<String, String> of(Language language) {
    return ALL.getOrDefault(language, Map.of());
  }

  static String text(Language language, String key) {
    var text = of(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return text;
  }

  private static Map<String, String> load(Locale locale) {
    var bundle = ResourceBundle.getBundle("console/texts", locale);
    Map<String, String> texts = new HashMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return Map.copyOf(texts);
  }

  private Texts() {}
}
