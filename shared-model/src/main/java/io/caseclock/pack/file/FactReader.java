package io.caseclock.pack.file;

import io.caseclock.pack.Fact;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code facts.yaml}. */
final class FactReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

  static Map<String, Fact> read(List<YamlObject> items) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (var item : items) {
      item.only("name", "names", "values", "type", "default", "description");
      var name = item.scalar("name", "a name like 'custody' or 'hasVictim'", FactReader::name, "");
      var fact = new Fact(name, item.names("names"), values(item), otherwise(item));
      if (!fact.values().contains(fact.otherwise())) {
        item.mistake("default", "the default of '" + name + "' is not among its values");
      }
      if (facts.put(name, fact) != null) {
        item.mistake("name", "the fact '" + name + "' stands twice");
      }
    }
    return facts;
  }

  private static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Set<Object> values(YamlObject item) {
    if (item.textOr("type", "").equals("boolean")) {
      return Set.of(true, false);
    }
    Set<Object> values = new LinkedHashSet<>(item.texts("values"));
    if (values.isEmpty()) {
      item.mistake("values", "expected 'type: boolean' or a list of 'values'");
    }
    return values;
  }

  private static Object otherwise(YamlObject item) {
    var value = item.value("default");
    if (value == null) {
      item.mistake("default", "'default' is missing; expected the value that holds unsaid");
      return "";
    }
    return value;
  }

  private FactReader() {}
}
