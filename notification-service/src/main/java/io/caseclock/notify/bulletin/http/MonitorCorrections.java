package io.caseclock.notify.bulletin.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.Corrections;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one call to the monitor, with the caller's own token: what the caller may not see there, they
 * do not see here. Waits no longer than the timeout and asks for a bounded page.
 */
public final class MonitorCorrections implements Corrections {

  private static final Logger LOGGER = LoggerFactory.getLogger(MonitorCorrections.class);
  private static final int MOST = 50;
  private static final int OK = 200;

  private final Optional<URI> monitor;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * @param monitor where the monitor is reached; empty where it is not configured
   * @param timeout of the connection, and of the whole answer
   */
  public MonitorCorrections(Optional<URI> monitor, Duration timeout) {
    this.monitor = monitor;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Answer since(Bulletin bulletin, @Nullable Instant since, String token) {
    if (monitor.isEmpty()) {
      return new Unknown("not-configured");
    }
    return token.isEmpty()
        ? new Unknown("no-token")
        : asked(request(monitor.get(), bulletin, since, token));
  }

  private Answer asked(HttpRequest request) {
    var sent = client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      var answer = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return answer.statusCode() == OK ? read(answer.body()) : refused(answer.statusCode());
    } catch (ExecutionException | TimeoutException | IOException e) {
      LOGGER.atWarn().addKeyValue("reason", e.toString()).log("monitor not asked for corrections");
      return new Unknown("away");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unknown("away");
    } finally {
      sent.cancel(true);
    }
  }

  private HttpRequest request(URI base, Bulletin bulletin, @Nullable Instant since, String token) {
    var query =
        "unit=%s&from=%s&to=%s&limit=%d%s"
            .formatted(
                URLEncoder.encode(bulletin.unit(), StandardCharsets.UTF_8).replace("+", "%20"),
                bulletin.from(),
                bulletin.to(),
                MOST,
                since == null ? "" : "&since=" + since);
    var root = base.toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(root + "/api/v1/statistics/corrections?" + query))
        .timeout(timeout)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token)
        .GET()
        .build();
  }

  private static Answer refused(int status) {
    LOGGER.atWarn().addKeyValue("reason", status).log("monitor refused to tell corrections");
    return new Unknown("refused");
  }

  private static Answer read(byte[] body) throws IOException {
    var page = Json.MAPPER.readTree(body);
    List<Map<String, Object>> found = new ArrayList<>();
    for (JsonNode one : page.path("corrections")) {
      found.add(Json.object(Json.bytes(one)));
    }
    return new Known(found, page.path("next").isTextual());
  }
}
