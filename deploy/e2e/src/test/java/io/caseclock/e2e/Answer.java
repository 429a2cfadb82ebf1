package io.caseclock.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param retryAfter its header, empty where there is none
 */
public record Answer(int status, JsonNode body, String retryAfter) {

  /** The text at a path such as {@code deadlines/0/status}; empty where there is none. */
  public String text(String path) {
    return body.at("/" + path).asText("");
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
