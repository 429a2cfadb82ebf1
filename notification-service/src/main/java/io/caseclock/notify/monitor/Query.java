package io.caseclock.notify.monitor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, in order; one may stand several times. */
public record Query(List<Parameter> parameters) {

  public static final Query NONE = new Query(List.of());

  /** One of them, not yet encoded. */
  public record Parameter(String name, String value) {}

  public Query {
    parameters = List.copyOf(parameters);
  }

  public static Query of(String name, @Nullable Object value) {
    return NONE.and(name, value);
  }

  /** With one more; without it where the value is null or empty. */
  public Query and(String name, @Nullable Object value) {
    var text = value == null ? "" : value.toString();
    if (text.isEmpty()) {
      return this;
    }
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(name, text));
    return new Query(more);
  }

  /** With one more for each value. */
  public Query andAll(String name, Collection<?> values) {
    var all = this;
    for (var value : values) {
      all = all.and(name, value);
    }
    return all;
  }

  /** Without any of that name. */
  public Query without(String name) {
    return new Query(parameters.stream().filter(one -> !one.name().equals(name)).toList());
  }

  /** With this value in place of all of that name. */
  public Query with(String name, @Nullable Object value) {
    return without(name).and(name, value);
  }

  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** The path with all of them behind it. */
  public String behind(String path) {
    return isEmpty() ? path : path + "?" + this;
  }

  /** As it stands in an address. */
  @Override
  public String toString() {
    return parameters.stream()
        .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
