package io.caseclock.local.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.caseclock.local.Credential;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Speaks to one installation, and says of everything what came back. */
final class Door {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|(0:){7}1)]");
  private static final String EVENTS = "/api/v1/events";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI intake;
  private final Credential credential;

  Door(URI intake, Credential credential) {
    this.intake = intake;
    this.credential = credential;
  }

  Reply post(Sent.Post post) {
    return send(request(post));
  }

  Reply get(String path) {
    return get(intake, path);
  }

  Reply get(URI base, String path) {
    return send(signed(base.resolve(path)).GET().build());
  }

  /**
   * The root of an address on the very host of intake, to which the token may go; empty for any
   * other, or what is no address. All names of this machine to itself are one host.
   */
  Optional<URI> neighbour(String address) {
    try {
      var uri = new URI(address);
      return isSame(uri.getScheme(), intake.getScheme())
              && (isSame(uri.getHost(), intake.getHost())
                  || isLoopback(uri.getHost()) && isLoopback(intake.getHost()))
          ? Optional.of(uri.resolve("/"))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.matcher(host).matches();
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null && one.equalsIgnoreCase(other);
  }

  /** Sends the same thing that many times at once. */
  List<Reply> flood(Sent.Post post, int times) {
    var request = request(post);
    return IntStream.range(0, times)
        .mapToObj(
            index ->
                http.sendAsync(request, BodyHandlers.ofString())
                    .thenApply(Door::reply)
                    .exceptionally(Door::nothing))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private HttpRequest request(Sent.Post post) {
    var address = intake.resolve(EVENTS);
    var request = post.signedIn() ? signed(address) : HttpRequest.newBuilder(address);
    post.headers().forEach(request::header);
    return request
        .timeout(LONGEST_ANSWER)
        .header("Content-Type", post.contentType())
        .POST(BodyPublishers.ofByteArray(post.body()))
        .build();
  }

  private HttpRequest.Builder signed(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(LONGEST_ANSWER)
        .header("Authorization", credential.authorization());
  }

  private Reply send(HttpRequest request) {
    try {
      return reply(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return nothing(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while sending", e);
    }
  }

  private static Reply nothing(Throwable failure) {
    return Reply.none(failure.toString());
  }

  private static Reply reply(HttpResponse<String> answer) {
    return new Reply(
        answer.statusCode(), tree(answer.body()), answer.headers().firstValue("Retry-After"));
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
