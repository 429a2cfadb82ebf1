package io.caseclock.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(int status, JsonNode body) {

  /** The text at a path such as {@code deadlines/0/status}; empty where there is none. */
  public String text(String path) {
    return body.at("/" + path).asText("");
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
