package io.caseclock.bench.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Posts events, and fails where one is not accepted. */
final class Intake {

  private static final int ACCEPTED = 202;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  Intake(URI intake) {
    address = intake.resolve("/api/v1/events");
  }

  void one(String event, String token) throws IOException, InterruptedException {
    post(event, "application/cloudevents+json", token);
  }

  void batch(String events, String token) throws IOException, InterruptedException {
    post(events, "application/cloudevents-batch+json", token);
  }

  private void post(String body, String type, String token)
      throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != ACCEPTED) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}
