package io.caseclock.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.Credential;
import io.caseclock.local.Pause;
import io.caseclock.local.StackException;
import io.caseclock.local.file.CellKinds;
import io.caseclock.local.file.EventRow;
import io.caseclock.local.file.Rejection;
import io.caseclock.time.Backoff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Posts batches to intake and waits where that asks for patience. To send a batch twice does no
 * harm, since intake knows an event by its source and id.
 */
public final class IntakeClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration LONGEST_PAUSE_ASKED = Duration.ofSeconds(60);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final int TOO_MANY = 429;
  private static final Set<Integer> PATIENCE = Set.of(408, TOO_MANY, 502, 503, 504);

  /** A batch that is refused so may have one guilty row; a single row is guilty itself. */
  private static final Set<Integer> GUILTY_ROW = Set.of(400, 409, 413, 422, 500);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI intake;
  private final Credential credential;
  private final Backoff usualPause;

  /** Whether intake took it once: then it has only ended. Written by every sending thread. */
  private volatile boolean wasTaken;

  public IntakeClient(URI intake, String token) {
    this(intake, Credential.token(token));
  }

  public IntakeClient(URI intake, Credential credential) {
    this(intake, credential, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10)));
  }

  IntakeClient(URI intake, Credential credential, Backoff usualPause) {
    this.intake = intake;
    this.credential = credential;
    this.usualPause = usualPause;
  }

  /** Returns what intake says of the kinds of an event's members. */
  CellKinds cellKinds() {
    return CellKinds.of(get("/api/v1/event-types"), get("/api/v1/facts"));
  }

  private JsonNode get(String path) {
    var answer = answerTo(request(path).GET());
    if (answer.statusCode() != 200) {
      throw refused(answer);
    }
    return tree(answer.body());
  }

  /**
   * Sends the rows in one request and returns what came of each, in their order. Where intake
   * refuses the request as a whole, the halves are sent, down to the row that is at fault.
   */
  List<RowOutcome> post(List<EventRow.Readable> rows) {
    var answer = answerTo(batch(rows));
    var status = answer.statusCode();
    if (status == 200 || status == 202 || status == 207) {
      return outcomes(rows, answer.body());
    }
    if (!GUILTY_ROW.contains(status)) {
      throw refused(answer);
    }
    if (rows.size() == 1) {
      var reason = Problem.reason(tree(answer.body()));
      return List.of(new RowOutcome.Rejected(Rejection.of(rows.getFirst(), status, reason)));
    }
    var half = rows.size() / 2;
    return Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
        .flatMap(part -> post(part).stream())
        .toList();
  }

  private static StackException refused(HttpResponse<String> answer) {
    return answer.statusCode() == 401
        ? new StackException("Intake does not accept the token.")
        : new StackException(
            "Intake refuses the request (%d): %s"
                .formatted(answer.statusCode(), Problem.reason(tree(answer.body())).en()));
  }

  private HttpResponse<String> answerTo(HttpRequest.Builder unsigned) {
    for (var attempt = 1; ; attempt++) {
      var pause = usualPause.after(attempt);
      var signed = credential.authorization();
      var request = unsigned.setHeader("Authorization", signed).build();
      try {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          wasTaken = true;
        }
        var hasEnded = attempt < MOST_ATTEMPTS && hasOnlyEnded(answer, signed);
        if (!hasEnded && !PATIENCE.contains(answer.statusCode())) {
          return answer;
        }
        if (isBeyondQuota(answer)) {
          throw refused(answer);
        }
        pause = pauseAsked(answer, pause);
        if (attempt == MOST_ATTEMPTS) {
          throw new StackException("Intake is not available (" + answer.statusCode() + ").");
        }
      } catch (IOException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw new StackException("Intake does not answer at " + request.uri() + ".", e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException("interrupted while sending", e);
      }
      Pause.of(pause, "sending");
    }
  }

  /** It would be taken tomorrow, which is too long to wait for. */
  private static boolean isBeyondQuota(HttpResponse<String> answer) {
    return answer.statusCode() == TOO_MANY && tree(answer.body()).has("quota");
  }

  /** Whether the token is out of date, and there is another one, or may be in a moment. */
  private boolean hasOnlyEnded(HttpResponse<?> answer, String signed) {
    return answer.statusCode() == 401
        && (credential.isRenewed(signed) || (wasTaken && credential.mayChange()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(intake.resolve(path)).timeout(LONGEST_ANSWER);
  }

  private HttpRequest.Builder batch(List<EventRow.Readable> rows) {
    return request("/api/v1/events")
        .header("Content-Type", "application/cloudevents-batch+json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body(rows)));
  }

  /** The rows' own bytes, with nothing but brackets and commas between them. */
  private static byte[] body(List<EventRow.Readable> rows) {
    var body = new ByteArrayOutputStream();
    var between = '[';
    for (var row : rows) {
      body.write(between);
      body.writeBytes(row.json());
      between = ',';
    }
    body.write(']');
    return body.toByteArray();
  }

  private static Duration pauseAsked(HttpResponse<?> answer, Duration usual) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Math.min(Long.parseLong(text), LONGEST_PAUSE_ASKED.toSeconds()))
        .map(Duration::ofSeconds)
        .orElse(usual);
  }

  /** What intake says of each row, in the rows' order, each exactly once. */
  private static List<RowOutcome> outcomes(List<EventRow.Readable> rows, String body) {
    SortedMap<Integer, RowOutcome> outcomes = new TreeMap<>();
    for (var result : tree(body).path("results")) {
      var index = result.path("index").asInt(-1);
      if (index < 0 || index >= rows.size() || outcomes.containsKey(index)) {
        throw otherEvents();
      }
      outcomes.put(index, outcome(rows.get(index), result));
    }
    if (outcomes.size() != rows.size()) {
      throw otherEvents();
    }
    return List.copyOf(outcomes.values());
  }

  private static StackException otherEvents() {
    return new StackException("Intake answered for other events than were sent.");
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

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
