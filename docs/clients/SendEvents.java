import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends events, one JSON object a line, from standard input: {@code CASECLOCK_URL=…
 * CASECLOCK_TOKEN=… java SendEvents.java <events.ndjson}. Prints the answer to each. Ends with 1
 * where one was refused, with 2 where nobody answers for too long. Needs Java 17 and nothing else.
 */
public final class SendEvents {

  private static final int LONGEST_PAUSE = 64;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI events = URI.create(System.getenv("CASECLOCK_URL") + "/api/v1/events");
  private final String token = System.getenv("CASECLOCK_TOKEN");

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var sender = new SendEvents();
    var refused = false;
    var input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    try (var lines = new BufferedReader(input)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          var answer = sender.send(line.strip());
          System.out.println(answer.statusCode() + " " + answer.body());
          refused |= answer.statusCode() != 200 && answer.statusCode() != 202;
        }
      }
    }
    System.exit(refused ? 1 : 0);
  }

  /** Posts the same until there is an answer that says something about the event. */
  private HttpResponse<String> send(String event) throws InterruptedException {
    for (var pause = 1; ; pause *= 2) {
      var answer = post(event);
      if (answer.isPresent() && !isToBeRepeated(answer.get().statusCode())) {
        return answer.get();
      }
      if (pause > LONGEST_PAUSE) {
        System.exit(2);
      }
      var asked = answer.flatMap(it -> it.headers().firstValue("Retry-After"));
      Thread.sleep(Duration.ofSeconds(asked.filter(it -> it.matches("[0-9]{1,5}")).map(Integer::parseInt).orElse(pause)).toMillis());
    }
  }

  private static boolean isToBeRepeated(int status) {
    return status == 429 || status == 500 || status == 503;
  }

  /** Empty where nobody answers. */
  private Optional<HttpResponse<String>> post(String event) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(events)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/cloudevents+json")
            .POST(BodyPublishers.ofString(event))
            .build();
    try {
      return Optional.of(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
