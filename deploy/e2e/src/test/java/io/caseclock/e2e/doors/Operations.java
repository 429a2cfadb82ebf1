package io.caseclock.e2e.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.e2e.doors.Operation.Parameter;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what the running services say of themselves. */
final class Operations {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  private Operations() {}

  /** Every operation of the three services. */
  static List<Operation> of(LocalStack stack) {
    List<Operation> all = new ArrayList<>();
    for (var service : ServiceKind.values()) {
      all.addAll(of(stack, service));
    }
    all.sort(Comparator.comparing(Operation::name));
    return all;
  }

  private static List<Operation> of(LocalStack stack, ServiceKind service) {
    return read(service, document(stack, service));
  }

  /** The OpenAPI document of a running service. */
  static JsonNode document(LocalStack stack, ServiceKind service) {
    try (var connection = new Connection(stack.service(service).port())) {
      var request =
          Request.of("GET", "/q/openapi?format=json")
              .with("Authorization", "Bearer " + stack.token(LocalRole.AUDITOR));
      return JSON.readTree(connection.send(request).text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the description of " + service + " is no JSON", e);
    }
  }

  private static List<Operation> read(ServiceKind service, JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(read(service, path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    if (operations.isEmpty()) {
      throw new IllegalStateException(service + " describes no operation: " + document);
    }
    return operations;
  }

  private static Operation read(ServiceKind service, String path, String method, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    for (var parameter : node.path("parameters")) {
      parameters.add(new Parameter(parameter.path("name").asText(), parameter.path("in").asText()));
    }
    Set<String> types = new HashSet<>();
    node.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
    Set<Integer> successes = new HashSet<>();
    node.path("responses").fieldNames().forEachRemaining(status -> addSuccess(status, successes));
    return new Operation(
        service, method.toUpperCase(Locale.ROOT), path, parameters, types, successes);
  }

  private static void addSuccess(String status, Set<Integer> successes) {
    if (status.matches("[123][0-9]{2}")) {
      successes.add(Integer.valueOf(status));
    }
  }
}
