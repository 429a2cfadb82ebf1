package io.caseclock.monitor.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters are named, as {@code :since}, put into the form that the driver
 * takes.
 *
 * @param values one for each question mark, in their order
 */
record NamedSql(String text, List<@Nullable Object> values) {

  /** A single colon before a name; two are a cast. */
  private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

  static NamedSql of(String text, Map<String, @Nullable Object> parameters) {
    List<@Nullable Object> values = new ArrayList<>();
    var plain =
        NAME.matcher(text)
            .replaceAll(
                found -> {
                  var name = found.group(1);
                  if (!parameters.containsKey(name)) {
                    throw new IllegalArgumentException("no such parameter: " + name);
                  }
                  values.add(parameters.get(name));
                  return "?";
                });
    return new NamedSql(plain, values);
  }
}
