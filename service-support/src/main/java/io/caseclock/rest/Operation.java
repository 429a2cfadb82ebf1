package io.caseclock.rest;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operation is called: its method and the template of its path. */
public final class Operation {

  private static final Pattern CONDITION = Pattern.compile("\\{\\s*(\\w+)\\s*:[^/]*}");

  public static String of(String httpMethod, Class<?> resource, Method method) {
    var path =
        Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
            .flatMap(Operation::segments)
            .collect(Collectors.joining("/", "/", ""));
    return httpMethod + " " + CONDITION.matcher(path).replaceAll("{$1}");
  }

  private static Stream<String> segments(@Nullable Path path) {
    return path == null
        ? Stream.empty()
        : Arrays.stream(path.value().split("/")).filter(segment -> !segment.isEmpty());
  }

  private Operation() {}
}
