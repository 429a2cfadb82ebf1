package io.caseclock.bench.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the monitor for the deadlines of a case, again and again until there is one. */
final class MonitorAnswers {

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int FOUND = 200;
  private static final int UNKNOWN = 404;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI monitor;
  private final String token;

  MonitorAnswers(URI monitor, String token) {
    this.monitor = monitor;
    this.token = token;
  }

  /** When the answer with the deadline had arrived, as {@link System#nanoTime()} counts. */
  long visibleAt(String caseId) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(monitor.resolve("/api/v1/cases/" + caseId + "/deadlines"))
            .header("Authorization", "Bearer " + token)
            .build();
    var giveUp = System.nanoTime() + LONGEST.toNanos();
    while (!shows(http.send(request, BodyHandlers.ofString()))) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("no deadline of " + caseId + " within " + LONGEST);
      }
      Thread.sleep(LOOK_EVERY);
    }
    return System.nanoTime();
  }

  private static boolean shows(HttpResponse<String> answer) {
    if (answer.statusCode() != FOUND && answer.statusCode() != UNKNOWN) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.statusCode() == FOUND && answer.body().contains("\"deadlines\":[{");
  }
}
