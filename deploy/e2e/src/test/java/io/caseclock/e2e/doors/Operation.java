package io.caseclock.e2e.doors;

import io.caseclock.local.ServiceKind;
import java.util.List;
import java.util.Set;

/**
 * One method of one path of one service, as its OpenAPI document lists it.
 *
 * @param path with variables in braces
 * @param bodyTypes the media types of the body; empty where there is none
 * @param successes the statuses below 400 that it is described to answer with
 */
record Operation(
    ServiceKind service,
    String method,
    String path,
    List<Parameter> parameters,
    Set<String> bodyTypes,
    Set<Integer> successes) {

  /** What goes into the path, the query or a header. */
  record Parameter(String name, String in) {

    boolean isInPath() {
      return in.equals("path");
    }

    boolean isInQuery() {
      return in.equals("query");
    }
  }

  Operation {
    parameters = List.copyOf(parameters);
    bodyTypes = Set.copyOf(bodyTypes);
    successes = Set.copyOf(successes);
  }

  boolean isReading() {
    return method.equals("GET");
  }

  /** The service, the method and the path: the name by which the table knows it. */
  String name() {
    return service.schema() + " " + method + " " + path;
  }

  @Override
  public String toString() {
    return name();
  }
}
