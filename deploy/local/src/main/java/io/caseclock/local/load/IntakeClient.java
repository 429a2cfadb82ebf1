package io.caseclock.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Posts batches to intake and waits where that asks for patience. To send a batch twice does no
 * harm, since intake knows an event by its source and id.
 */
public final class IntakeClient {

  private static final int MOST_ATTEMPTS = 40;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI events;
  private final String token;
  private final Duration usualPause;

  public IntakeClient(URI intake, String token) {
    this(intake, token, Duration.ofSeconds(1));
  }

  IntakeClient(URI intake, String token, Duration usualPause) {
    this.events = intake.resolve("/api/v1/events");
    this.token = token;
    this.usualPause = usualPause;
  }

  /** Sends the rows in one request and returns what came of each, in their order. */
  List<RowOutcome> post(List<EventRow.Readable> rows) {
    var body = EventFile.JSON.createArrayNode();
    rows.forEach(row -> body.add(row.event()));
    var answer = answerTo(body);
    return switch (answer.statusCode()) {
      case 200, 202, 207 -> outcomes(rows, answer.body());
      case 401 -> throw new StackException("Intake does not accept the token.");
      default -> refused(rows, answer.statusCode(), Problem.reason(tree(answer.body())));
    };
  }

  private HttpResponse<String> answerTo(ArrayNode body) {
    for (var attempt = 1; ; attempt++) {
      var pause = usualPause;
      try {
        var answer = http.send(request(body), HttpResponse.BodyHandlers.ofString());
        if (!isPatienceAsked(answer.statusCode())) {
          return answer;
        }
        pause = pauseAsked(answer);
        if (attempt == MOST_ATTEMPTS) {
          throw new StackException("Intake is not available (" + answer.statusCode() + ").");
        }
      } catch (IOException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw new StackException("Intake does not answer at " + events + ".", e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException("interrupted while sending", e);
      }
      pause(pause);
    }
  }

  private HttpRequest request(ArrayNode body) {
    return HttpRequest.newBuilder(events)
        .timeout(LONGEST_ANSWER)
        .header("Content-Type", "application/cloudevents-batch+json")
        .header("Authorization", "Bearer " + token)
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
  }

  private static boolean isPatienceAsked(int status) {
    return status == 503 || status == 429;
  }

  private Duration pauseAsked(HttpResponse<?> answer) {
    var asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(usualPause);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static void pause(Duration duration) {
    try {
      if (new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts this latch down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while sending", e);
    }
  }

  private static List<RowOutcome> outcomes(List<EventRow.Readable> rows, String body) {
    var results = tree(body).path("results");
    if (results.size() != rows.size()) {
      throw new StackException("Intake answered for another number of events than were sent.");
    }
    return StreamSupport.stream(results.spliterator(), false)
        .map(result -> outcome(rows.get(result.path("index").asInt()), result))
        .toList();
  }

  private static RowOutcome outcome(EventRow.Readable row, JsonNode result) {
    return switch (result.path("status").asText()) {
      case "accepted", "202" -> new RowOutcome.Kept();
      case "duplicate", "200" -> new RowOutcome.KnownBefore();
      default -> {
        var problem = result.path("problem");
        var status = problem.path("status").asInt(result.path("status").asInt());
        yield new RowOutcome.Rejected(Rejection.of(row, status, Problem.reason(problem)));
      }
    };
  }

  private static List<RowOutcome> refused(List<EventRow.Readable> rows, int status, String reason) {
    return rows.stream()
        .<RowOutcome>map(row -> new RowOutcome.Rejected(Rejection.of(row, status, reason)))
        .toList();
  }

  private static JsonNode tree(String body) {
    try {
      return EventFile.JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return EventFile.JSON.missingNode();
    }
  }
}
