package io.caseclock.bench.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for pages as a browser does, with the cookie of a session and with compression; it follows
 * no redirects and keeps nothing.
 */
final class Browser implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String SESSION = "caseclock-session";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI console;
  private @Nullable String cookie;

  Browser(URI console) {
    this.console = console;
  }

  /**
   * What came back.
   *
   * @param nanos from the request to the last byte
   * @param bytes of the answer as sent: its head, and its body compressed
   */
  record Answer(int status, long nanos, long bytes, String location, byte[] body) {

    boolean isShown() {
      return status == 200 || (status == 303 && !location.contains("/sign-in"));
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Returns a browser of the same visitor that was never here: all connections are new. */
  Browser fresh() {
    var fresh = new Browser(console);
    fresh.cookie = cookie;
    return fresh;
  }

  Browser signedIn(String username, String password) throws IOException, InterruptedException {
    var form = "username=" + encoded(username) + "&password=" + encoded(password);
    var request =
        request("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", console.toString())
            .POST(BodyPublishers.ofString(form))
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .map(set -> set.split(";", 2)[0])
            .filter(set -> set.startsWith(SESSION + "="))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(username + " is not let in: " + answer.statusCode()));
    return this;
  }

  Answer get(String path) throws IOException, InterruptedException {
    var request = request(path).GET().build();
    var began = System.nanoTime();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    var nanos = System.nanoTime() - began;
    return new Answer(
        answer.statusCode(),
        nanos,
        head(answer.headers()) + answer.body().length,
        answer.headers().firstValue("Location").orElse(""),
        plain(answer));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(console.resolve(path).toASCIIString()))
            .timeout(LONGEST)
            .header("Accept-Encoding", "gzip")
            .header("Accept-Language", "zh-CN")
            .header("Accept", "text/html,*/*;q=0.8");
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    return request;
  }

  /** As {@code name: value} with the end of each line; the line of the status is left out. */
  private static long head(HttpHeaders headers) {
    return headers.map().entrySet().stream()
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
        .mapToLong(line -> line.length() + 2L)
        .sum();
  }

  private static byte[] plain(HttpResponse<byte[]> answer) {
    if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      return answer.body();
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.close();
  }
}
