package io.caseclock.e2e.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What callers do that they may do: whatever is refused fails the test. */
final class Acts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalStack stack;

  Acts(LocalStack stack) {
    this.stack = stack;
  }

  /** Lets a caller make a thing; returns its id. */
  String make(ServiceKind service, Caller caller, String path, Object body) {
    var made = done(service, caller, "POST", path, body);
    if (!made.hasNonNull("id")) {
      throw new AssertionError(caller + " made nothing at " + path + ": " + made);
    }
    return made.path("id").asText();
  }

  JsonNode done(ServiceKind service, Caller caller, String method, String path, Object body) {
    try {
      var content = JSON.writeValueAsBytes(body);
      return answer(service, caller, Request.of(method, path).with("application/json", content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode read(ServiceKind service, Caller caller, String path) {
    return answer(service, caller, Request.of("GET", path));
  }

  private JsonNode answer(ServiceKind service, Caller caller, Request request) {
    try (var connection = new Connection(stack.service(service).port())) {
      var reply = connection.send(caller.sends(request));
      if (reply.status() < 200 || reply.status() >= 300) {
        throw new AssertionError(caller + " was refused " + request + ": " + reply);
      }
      return JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
