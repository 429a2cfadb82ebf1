package io.caseclock.monitor.revision.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A running monitor, asked with a bearer token that goes to no other address.
 *
 * @param root where the monitor is, with a slash at its end
 */
record RemoteMonitor(URI root, String token, HttpClient client) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A report lists at most 1,000 differences. */
  private static final int LONGEST_ANSWER = 8 << 20;

  /** What came back; the body is empty where it is no JSON. */
  record Answer(int status, JsonNode body) {

    boolean isOk() {
      return status / 100 == 2;
    }

    /** The refusal for a person: detail of the problem, and each of its violations. */
    ComparisonException refusal() {
      var text = new StringBuilder(status + " " + body.path("detail").asText(""));
      for (var violation : body.path("violations")) {
        text.append("\n  ")
            .append(violation.path("pointer").asText())
            .append(' ')
            .append(violation.path("message").asText());
      }
      return new ComparisonException(text.toString().strip());
    }
  }

  static RemoteMonitor at(URI root, String token) {
    return new RemoteMonitor(
        root,
        token,
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  Answer get(String path) throws IOException {
    return send(HttpRequest.newBuilder(root.resolve(path)).GET());
  }

  Answer post(String path, Object body) throws IOException {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      var response =
          client.send(
              request
                  .header("Authorization", "Bearer " + token)
                  .header("Accept", "application/json")
                  .timeout(PATIENCE)
                  .build(),
              BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        return new Answer(response.statusCode(), json(body));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ComparisonException("Interrupted.", e);
    }
  }

  private static JsonNode json(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST_ANSWER + 1);
    if (bytes.length > LONGEST_ANSWER) {
      throw new ComparisonException("The answer is longer than " + LONGEST_ANSWER + " bytes.");
    }
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  @Override
  public String toString() {
    return "RemoteMonitor[" + root + "]";
  }
}
