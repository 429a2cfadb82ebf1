package io.caseclock.bench.intake;

import io.caseclock.local.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Posts events, and fails where one is not accepted, or was there already. */
public final class Intake {

  private static final String NO_LIMIT = "1000000";
  private static final int ACCEPTED = 202;
  private static final int ANSWERED_EACH = 200;
  private static final Pattern ACCEPTED_ONE = Pattern.compile("\"status\":\"accepted\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  public Intake(URI intake) {
    address = intake.resolve("/api/v1/events");
  }

  /** Each caller is the system of a station, and sends as fast as it can. */
  public static StackOptions unlimited(StackOptions usual) {
    return usual
        .told("CASECLOCK_RATE_CLIENT", NO_LIMIT)
        .told("CASECLOCK_RATE_CLIENT_BURST", NO_LIMIT)
        .told("CASECLOCK_RATE_SOURCE", NO_LIMIT)
        .told("CASECLOCK_RATE_SOURCE_BURST", NO_LIMIT);
  }

  public void one(String event, String token) throws IOException, InterruptedException {
    var answer = post(event, "application/cloudevents+json", token);
    if (answer.statusCode() != ACCEPTED) {
      throw refused(answer);
    }
  }

  /**
   * Posts a batch.
   *
   * @param number how many events it holds
   */
  void batch(String events, int number, String token) throws IOException, InterruptedException {
    var answer = post(events, "application/cloudevents-batch+json", token);
    if (answer.statusCode() != ANSWERED_EACH
        || ACCEPTED_ONE.matcher(answer.body()).results().count() != number) {
      throw refused(answer);
    }
  }

  private static IllegalStateException refused(HttpResponse<String> answer) {
    return new IllegalStateException(answer.statusCode() + " " + answer.body());
  }

  private HttpResponse<String> post(String body, String type, String token)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
