package io.caseclock.kubernetes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The Compose file as Compose reads it: anchors are followed, variables are those of {@code
 * .env.example}.
 *
 * @param text as it stands
 * @param tree what it says
 */
record ComposeFile(String text, Map<String, Object> tree) {

  static final Path FOLDER = Chart.REPOSITORY.resolve("deploy/compose");

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(?<name>[A-Z_]+)(:-(?<standard>[^}]*)|:\\?[^}]*)?}");

  static ComposeFile shipped() {
    return of(RepositoryText.of(FOLDER.resolve("compose.yaml")));
  }

  /** The same with one thing written in another way; fails where that does not stand there. */
  ComposeFile with(String target, String replacement) {
    if (!text.contains(target)) {
      throw new IllegalArgumentException("not in the file: " + target);
    }
    return of(text.replace(target, replacement));
  }

  /** The variables that somebody sets by {@code .env}. */
  static Properties example() {
    var example = new Properties();
    try {
      example.load(new StringReader(RepositoryText.of(FOLDER.resolve(".env.example"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return example;
  }

  /** The names of the variables that the file asks for. */
  TreeSet<String> variables() {
    var names = new TreeSet<String>();
    VARIABLE.matcher(text).results().forEach(found -> names.add(found.group("name")));
    return names;
  }

  Map<String, Map<String, Object>> containers() {
    return map(tree, "services");
  }

  Map<String, Object> container(String name) {
    return Objects.requireNonNull(containers().get(name), "no container " + name);
  }

  static String text(Map<String, Object> container, String key) {
    return String.valueOf(container.get(key));
  }

  @SuppressWarnings("unchecked")
  static List<String> list(Map<String, Object> container, String key) {
    return (List<String>) container.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  static <T> Map<String, T> map(Map<String, Object> container, String key) {
    return (Map<String, T>) container.getOrDefault(key, Map.of());
  }

  private static ComposeFile of(String text) {
    return new ComposeFile(
        text, new Yaml(new SafeConstructor(new LoaderOptions())).load(filledIn(text)));
  }

  /** A value of the example may itself ask for another. */
  private static String filledIn(String text) {
    var example = example();
    var found = VARIABLE.matcher(text);
    var filled = new StringBuilder();
    while (found.find()) {
      var standard = found.group("standard");
      var value =
          example.getProperty(found.group("name"), Objects.requireNonNullElse(standard, ""));
      found.appendReplacement(filled, Matcher.quoteReplacement(filledIn(value)));
    }
    return found.appendTail(filled).toString();
  }
}
