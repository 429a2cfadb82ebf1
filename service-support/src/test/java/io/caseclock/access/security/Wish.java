package io.caseclock.access.security;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that want to act in a unit. */
final class Wish {

  private Wish() {}

  static RequestedUnit none() {
    return of(List.of(), Optional.empty());
  }

  /** With so many headers. */
  static RequestedUnit named(String... units) {
    return of(List.of(units), Optional.empty());
  }

  /** With that in the memory of the service, beside so many headers. */
  static RequestedUnit remembered(String unit, String... named) {
    return of(List.of(named), Optional.of(unit));
  }

  /** Where nobody is answered, as in a job. */
  static RequestedUnit outsideOfRequests() {
    return new RequestedUnit(new CurrentVertxRequest(), memory(Optional.empty()));
  }

  private static RequestedUnit of(List<String> named, Optional<String> remembered) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    named.forEach(one -> headers.add("caseclock-unit", one));
    var request = only(HttpServerRequest.class, Map.of("headers", headers));
    var current = new CurrentVertxRequest();
    current.setCurrent(only(RoutingContext.class, Map.of("request", request)));
    return new RequestedUnit(current, memory(remembered));
  }

  @SuppressWarnings("unchecked")
  private static Instance<RememberedUnit> memory(Optional<String> unit) {
    RememberedUnit memory = context -> unit;
    return only(Instance.class, Map.of("isResolvable", true, "get", memory));
  }

  private static <T> T only(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
