package io.caseclock.notify.monitor.http;

import io.caseclock.access.security.RequestedUnit;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Answer.Away;
import io.caseclock.notify.monitor.Answer.Refused;
import io.caseclock.notify.monitor.Answer.Told;
import io.caseclock.notify.monitor.Asked;
import io.caseclock.notify.monitor.Download;
import io.caseclock.notify.monitor.MonitorApi;
import io.caseclock.notify.monitor.Question;
import io.caseclock.wire.Json;
import io.caseclock.wire.MalformedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each question has a thread of its own, virtual ones, and may take no longer than the timeout;
 * what is longer than the bound is not read.
 */
public final class HttpMonitorApi implements MonitorApi, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(HttpMonitorApi.class);
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int REDIRECTS = 300;

  /** From here on the monitor, or what stands before it, is not able to answer. */
  private static final int BROKEN = 500;

  /** No answer of the API is near it: pages hold 500 rows at most. */
  private static final int LONGEST_ANSWER = 8 << 20;

  private final Optional<URI> monitor;
  private final Duration timeout;
  private final Duration downloadTimeout;
  private final HttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param monitor where the monitor is reached; empty where it is not configured
   * @param timeout of the connection, and of the whole answer
   * @param downloadTimeout until a file begins to come
   */
  public HttpMonitorApi(Optional<URI> monitor, Duration timeout, Duration downloadTimeout) {
    this.monitor = monitor;
    this.timeout = timeout;
    this.downloadTimeout = downloadTimeout;
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public <T> Asked<T> ask(Question question, Class<T> type) {
    if (monitor.isEmpty()) {
      return () -> new Away<>(false);
    }
    var request = request(monitor.get(), question, "application/json", timeout);
    return new Pending<>(threads.submit(() -> answer(request, type)), timeout);
  }

  @Override
  public Download download(Question question, String accept) {
    if (monitor.isEmpty()) {
      return new Download.Missing(new Away<>(false));
    }
    try {
      var request = request(monitor.get(), question, accept, downloadTimeout);
      var response = client.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() == OK) {
        var type = response.headers().firstValue("Content-Type").orElse(accept);
        return new Download.File(type, response.body());
      }
      return response.statusCode() >= BROKEN
          ? new Download.Missing(away("status " + response.statusCode()))
          : new Download.Missing(new Refused<>(MonitorProblem.of(response)));
    } catch (IOException e) {
      return new Download.Missing(away(e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Download.Missing(away(e.toString()));
    }
  }

  private <T> Answer<T> answer(HttpRequest request, Class<T> type) throws InterruptedException {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() >= BROKEN) {
        return away("status " + response.statusCode());
      }
      return response.statusCode() < REDIRECTS
          ? told(response, type)
          : new Refused<>(MonitorProblem.of(response));
    } catch (IOException | MalformedRecordException e) {
      return away(e.toString());
    }
  }

  /** Null is what a {@code Void} is told. */
  @SuppressWarnings("NullAway")
  private static <T> Answer<T> told(HttpResponse<InputStream> response, Class<T> type)
      throws IOException {
    var bytes = bytes(response);
    return type == Void.class || response.statusCode() == NO_CONTENT
        ? new Told<>(null)
        : new Told<>(Json.read(bytes, type));
  }

  static byte[] bytes(HttpResponse<InputStream> response) throws IOException {
    try (var body = response.body()) {
      var bytes = body.readNBytes(LONGEST_ANSWER + 1);
      if (bytes.length > LONGEST_ANSWER) {
        throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
      }
      return bytes;
    }
  }

  private static <T> Answer<T> away(String reason) {
    LOGGER.atWarn().addKeyValue("reason", reason).log("monitor gave no answer");
    return new Away<>(true);
  }

  private static HttpRequest request(
      URI monitor, Question question, String accept, Duration timeout) {
    var root = monitor.toString().replaceAll("/+$", "");
    var builder =
        HttpRequest.newBuilder(URI.create(root + question.query().behind(question.path())))
            .timeout(timeout)
            .header("Accept", accept);
    if (!question.asker().token().isEmpty()) {
      builder.header("Authorization", "Bearer " + question.asker().token());
    }
    if (question.asker().unit() != null) {
      builder.header(RequestedUnit.HEADER, RequestedUnit.written(question.asker().unit()));
    }
    if (question.version() != null) {
      builder.header("If-Match", "\"" + question.version() + "\"");
    }
    var body = question.body();
    if (body != null) {
      builder.header("Content-Type", body.contentType());
    }
    return builder.method(question.method(), publisher(body)).build();
  }

  private static BodyPublisher publisher(Question.@Nullable Body body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close();
  }
}
