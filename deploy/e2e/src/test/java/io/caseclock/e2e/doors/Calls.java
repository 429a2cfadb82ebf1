package io.caseclock.e2e.doors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests of an operation, with ids and words where its rule says. */
final class Calls {

  /** An id that nothing has. */
  static final String NOTHING = "00000000-0000-4000-8000-000000000000";

  private static final byte[] EMPTY_OBJECT = {'{', '}'};
  private static final byte[] EMPTY_FORM = {};

  private Calls() {}

  /** A call that gets as far as anybody is let in, and finds or changes nothing. */
  static Request empty(Operation operation, AccessRule rule) {
    var request = Request.of(operation.method(), path(operation, rule, new Things(Map.of()), true));
    if (operation.isReading() || operation.bodyTypes().isEmpty()) {
      return request;
    }
    var types = operation.bodyTypes();
    if (types.contains("application/json")) {
      return request.with("application/json", EMPTY_OBJECT);
    }
    return types.contains("application/x-www-form-urlencoded")
        ? request.with("application/x-www-form-urlencoded", EMPTY_FORM)
        : request.with("multipart/form-data; boundary=none", "--none--\r\n".getBytes());
  }

  /** A call that names things of somebody. */
  static Request about(Operation operation, AccessRule rule, Things things) {
    return Request.of(
        operation.method(), path(operation, rule, things, false) + query(operation, rule, things));
  }

  /** The same without a query: everything that the caller may see. */
  static Request listing(Operation operation, AccessRule rule, Things things) {
    return Request.of(operation.method(), path(operation, rule, things, false));
  }

  private static String path(
      Operation operation, AccessRule rule, Things things, boolean ofNothing) {
    var path = operation.path();
    for (var parameter : operation.parameters()) {
      if (parameter.isInPath()) {
        path =
            path.replace(
                "{" + parameter.name() + "}", value(rule, parameter.name(), things, ofNothing));
      }
    }
    // a page that sends back to the list does not read its variable, and does not describe it
    return path.replaceAll("\\{[a-z]+}", NOTHING);
  }

  private static String value(AccessRule rule, String name, Things things, boolean ofNothing) {
    var word = rule.of().get(name);
    if (word == null) {
      throw new IllegalStateException(rule.name() + " does not say what " + name + " names");
    }
    return ofNothing && !word.startsWith("'") ? NOTHING : encoded(things.value(word));
  }

  private static String query(Operation operation, AccessRule rule, Things things) {
    List<String> pairs = new ArrayList<>();
    for (var parameter : operation.parameters()) {
      var word = rule.of().get(parameter.name());
      if (parameter.isInQuery() && word != null) {
        pairs.add(parameter.name() + "=" + encoded(things.value(word)));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
