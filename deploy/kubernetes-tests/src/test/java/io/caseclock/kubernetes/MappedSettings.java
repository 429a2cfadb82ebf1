package io.caseclock.kubernetes;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings that a service maps itself: every member of its configuration interfaces, and of
 * those that all services share.
 *
 * @param variables a pattern for the environment variable of each
 */
record MappedSettings(List<Pattern> variables) {

  /** Stands for the key of a map. */
  private static final String ANY = "*";

  static MappedSettings of(Service service) {
    return new MappedSettings(
        Stream.of(service.module(), Service.support())
            .flatMap(module -> interfaces(module.resolve("src/main/java")).stream())
            .flatMap(mapping -> properties(prefix(mapping), mapping))
            .map(MappedSettings::variable)
            .toList());
  }

  boolean knows(String variable) {
    return variables.stream().anyMatch(known -> known.matcher(variable).matches());
  }

  private static List<Class<?>> interfaces(Path sources) {
    try (var files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith("Config.java"))
          .<Class<?>>map(file -> load(sources.relativize(file).toString()))
          .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.replace(".java", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not on the class path: " + file, e);
    }
  }

  private static String prefix(Class<?> mapping) {
    return Objects.requireNonNull(mapping.getAnnotation(ConfigMapping.class)).prefix();
  }

  private static Stream<String> properties(String prefix, Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .flatMap(
            method -> properties(prefix + "." + hyphenated(method), method.getGenericReturnType()));
  }

  private static Stream<String> properties(String name, Type type) {
    if (type instanceof ParameterizedType map && map.getRawType().equals(Map.class)) {
      return properties(name + "." + ANY, map.getActualTypeArguments()[1]);
    }
    if (type instanceof Class<?> group
        && group.isInterface()
        && group.getName().startsWith("io.caseclock.")) {
      return properties(name, group);
    }
    return Stream.of(name);
  }

  private static String hyphenated(Method method) {
    return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Pattern variable(String property) {
    var pattern = new StringBuilder();
    for (var part : property.toUpperCase(Locale.ROOT).split("\\.")) {
      pattern
          .append(pattern.isEmpty() ? "" : "_")
          .append(part.equals(ANY) ? "[A-Z0-9]+(_[A-Z0-9]+)*" : part.replace('-', '_'));
    }
    return Pattern.compile(pattern.toString());
  }
}
