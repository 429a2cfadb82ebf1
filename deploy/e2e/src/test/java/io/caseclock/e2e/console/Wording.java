package io.caseclock.e2e.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.e2e.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What pages say in one language only: all texts of the console, and the names of all rules. */
record Wording(Set<String> onlyZh, Set<String> onlyEn) {

  private static final Path MESSAGES = Path.of("notification-service/src/main/resources/messages");

  /** The switch to the other language stands in that language. */
  private static final Set<String> SWITCH = Set.of("English", "中文");

  static Wording of(Suite suite) throws IOException {
    var zh = texts("_zh.properties");
    var en = texts("_en.properties");
    for (var rule : suite.monitor("/api/v1/rules?limit=500").body().path("rules")) {
      names(rule, zh, en);
    }
    return new Wording(without(zh, en), without(en, zh));
  }

  /** Those of the shown texts that belong to the other language. */
  List<String> leftovers(String language, List<String> shown) {
    var foreign = language.equals("zh") ? onlyEn : onlyZh;
    return shown.stream().filter(foreign::contains).distinct().toList();
  }

  private static void names(JsonNode rule, Set<String> zh, Set<String> en) {
    zh.add(rule.path("names").path("zh").asText());
    en.add(rule.path("names").path("en").asText());
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    return some.stream()
        .filter(text -> !others.contains(text) && !SWITCH.contains(text))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Texts into which nothing is filled, since only those stand on a page as they are here. */
  private static Set<String> texts(String suffix) throws IOException {
    Set<String> found = new HashSet<>();
    try (var files = Files.list(Suite.repository().resolve(MESSAGES))) {
      for (var file : files.filter(it -> it.toString().endsWith(suffix)).toList()) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
          texts.load(reader);
        }
        texts.values().stream()
            .map(Object::toString)
            .filter(text -> !text.contains("{") && text.length() > 1)
            .forEach(found::add);
      }
    }
    return found;
  }
}
