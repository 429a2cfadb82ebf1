package io.caseclock.e2e.doors;

import io.caseclock.local.ServiceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The endpoints as the sources of the services name them: what is left out of an OpenAPI document
 * is found here.
 */
final class SourceEndpoints {

  private static final Pattern CLASS_PATH = Pattern.compile("(?m)^@Path\\(\"([^\"]*)\"\\)");
  private static final Pattern METHOD =
      Pattern.compile("(?s)\\n  @(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\n(.*?)  public ");
  private static final Pattern METHOD_PATH = Pattern.compile("(?m)^  @Path\\(\"([^\"]*)\"\\)");

  private SourceEndpoints() {}

  /** Their names, as {@link Operation#name()} writes them. */
  static Set<String> in(Path repository) {
    Set<String> names = new TreeSet<>();
    for (var service : ServiceKind.values()) {
      var sources = repository.resolve(service.module()).resolve("src/main/java");
      names.addAll(in(sources, service));
      names.addAll(in(repository.resolve("service-support/src/main/java"), service));
    }
    return names;
  }

  private static Set<String> in(Path sources, ServiceKind service) {
    Set<String> names = new TreeSet<>();
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        names.addAll(in(Files.readString(file), service));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> in(String source, ServiceKind service) {
    Set<String> names = new TreeSet<>();
    var root = CLASS_PATH.matcher(source);
    if (root.find() && !leavesOut(source, service)) {
      var method = METHOD.matcher(source);
      while (method.find()) {
        var below = METHOD_PATH.matcher(method.group(2));
        var path = root.group(1) + "/" + (below.find() ? below.group(1) : "");
        names.add(service.schema() + " " + method.group(1) + " " + plain(path));
      }
    }
    return names;
  }

  /** What the services share may be built into some of them only. */
  private static boolean leavesOut(String source, ServiceKind service) {
    return source.contains("@UnlessBuildProperty")
        && source.contains("\"" + service.module() + "\"");
  }

  /** One slash between parts and none at the end; variables without what they may hold. */
  private static String plain(String path) {
    var whole = ("/" + path).replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
    return whole.length() > 1 && whole.endsWith("/")
        ? whole.substring(0, whole.length() - 1)
        : whole;
  }
}
