package io.caseclock.rest;

import jakarta.ws.rs.HttpMethod;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * The methods that a path has, looked for where the framework looks for the one of a request: in
 * each resource whose path fits, one after the other.
 */
final class AllowedMethods {

  /** For the path of the request; none where there is no such path. */
  static SortedSet<String> of(ResteasyReactiveRequestContext request) {
    var resources = new RequestMapper<InitialMatch>(request.getDeployment().getClassMappers());
    var path = request.getPathWithoutPrefix();
    SortedSet<String> methods = new TreeSet<>();
    for (var found = resources.map(path);
        found != null;
        found = resources.continueMatching(path, found)) {
      for (var handler : found.value.handlers) {
        if (handler instanceof ClassRoutingHandler routing) {
          add(routing.getMappers(), found.remaining.isEmpty() ? "/" : found.remaining, methods);
        }
      }
    }
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return methods;
  }

  /** What stands under no method leads on to another resource, and has none of its own. */
  private static void add(
      Map<String, RequestMapper<RuntimeResource>> routes, String path, SortedSet<String> methods) {
    routes.forEach(
        (method, paths) -> {
          if (method != null && paths.map(path) != null) {
            methods.add(method);
          }
        });
  }

  private AllowedMethods() {}
}
