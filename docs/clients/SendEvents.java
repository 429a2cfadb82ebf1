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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends events, one JSON object a line, from standard input: {@code CASECLOCK_URL=…
 * CASECLOCK_TOKEN=… java SendEvents.java <events.ndjson}. The token may stand in the file that
 * {@code CASECLOCK_TOKEN_FILE} names, which is read again where it holds no more; a text that begins
 * with {@code ApiKey } is sent as it is. Prints the answer to each. Waits for as long as CaseClock
 * asks, an hour in all. What CaseClock could not take twice (500) goes to unsent.ndjson, or the file
 * that {@code CASECLOCK_UNSENT} names. Ends with 1 where one was refused or kept there, with 2 and
 * the reason where it gave up. Needs Java 17 and nothing else.
 */
public final class SendEvents {

  private static final int LONGEST_PAUSE = 64;
  private static final int LONGEST_WAIT = 3600;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI events;
  private String authorization = authorization();
  private String fault = "";
  private int waited;

  private SendEvents(String url) throws IOException {
    if (!url.matches("https?://[^/].*")) {
      throw new GivenUp("CASECLOCK_URL is no address such as https://intake.example: " + url);
    }
    events = URI.create(url.replaceFirst("/$", "") + "/api/v1/events");
  }

  /** Going on makes no sense: what is not sent yet stays so. */
  private static final class GivenUp extends RuntimeException {
    GivenUp(String why) {
      super(why);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var refused = false;
    var number = 1;
    var input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    try (var lines = new BufferedReader(input)) {
      var sender = new SendEvents(Optional.ofNullable(System.getenv("CASECLOCK_URL")).orElse(""));
      for (var line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        if (!line.isBlank()) {
          var answer = sender.send(line.strip());
          System.out.println(answer.statusCode() + " " + answer.body());
          if (answer.statusCode() == 500) {
            keep(line.strip());
          }
          refused |= answer.statusCode() != 200 && answer.statusCode() != 202;
        }
      }
    } catch (GivenUp why) {
      System.err.println(why.getMessage() + "; from line " + number + " on nothing is sent");
      System.exit(2);
    }
    System.exit(refused ? 1 : 0);
  }

  /** Posts the same until there is an answer that says something about the event. */
  private HttpResponse<String> send(String event) throws IOException, InterruptedException {
    var pause = 1;
    var faults = 0;
    var renewed = false;
    while (true) {
      var answer = post(event);
      var status = answer.map(HttpResponse::statusCode).orElse(0);
      var asked =
          answer
              .flatMap(it -> it.headers().firstValue("Retry-After"))
              .filter(it -> it.matches("[0-9]{1,6}"));
      if ((status == 429 || status == 503) && asked.isPresent()) {
        await(Integer.parseInt(asked.get()), status);
        continue;
      }
      if (status == 401 && !renewed) {
        renewed = true;
        authorization = authorization();
        continue;
      }
      if (status == 500) {
        faults++;
      }
      if (answer.isPresent() && (!isToBeRepeated(status) || faults > 1)) {
        return answer.get();
      }
      if (pause > LONGEST_PAUSE) {
        throw new GivenUp("no answer: " + answer.map(HttpResponse::body).orElse(fault));
      }
      await(pause, status);
      pause *= 2;
    }
  }

  private void await(int seconds, int status) throws InterruptedException {
    waited += seconds;
    if (waited > LONGEST_WAIT) {
      throw new GivenUp("waited for an hour in all: " + status);
    }
    Thread.sleep(Duration.ofSeconds(seconds).toMillis());
  }

  private static boolean isToBeRepeated(int status) {
    return status == 408 || status == 429 || status == 500 || status == 503;
  }

  /** Empty where nobody answers. */
  private Optional<HttpResponse<String>> post(String event) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(events)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization)
            .header("Content-Type", "application/cloudevents+json")
            .POST(BodyPublishers.ofString(event))
            .build();
    try {
      return Optional.of(client.send(request, BodyHandlers.ofString()));
    } catch (SSLHandshakeException e) {
      throw new GivenUp("the certificate is not trusted: " + e.getMessage());
    } catch (IOException e) {
      fault = e.toString();
      return Optional.empty();
    }
  }

  private static String authorization() throws IOException {
    var file = System.getenv("CASECLOCK_TOKEN_FILE");
    var token =
        file == null ? System.getenv("CASECLOCK_TOKEN") : Files.readString(Path.of(file)).strip();
    return String.valueOf(token).startsWith("ApiKey ") ? token : "Bearer " + token;
  }

  private static void keep(String event) throws IOException {
    var file = Optional.ofNullable(System.getenv("CASECLOCK_UNSENT")).orElse("unsent.ndjson");
    Files.writeString(
        Path.of(file), event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
