package io.caseclock.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the services as any program would, with a bearer token. */
final class Http {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Answer get(URI address, String token) {
    return answer(send(request(address, token)));
  }

  /** The answer as it came, in the form that is asked for. */
  HttpResponse<byte[]> file(URI address, String token, String accept) {
    return send(request(address, token).header("Accept", accept));
  }

  Answer post(URI address, String token, String contentType, Object body) {
    return post(address, token, contentType, BodyPublishers.ofString(json(body)));
  }

  Answer put(URI address, String token, Object body) {
    return answer(
        send(
            request(address, token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json(body)))));
  }

  Answer delete(URI address, String token) {
    return answer(send(request(address, token).DELETE()));
  }

  Answer postFile(URI address, String token, String contentType, byte[] content) {
    return post(address, token, contentType, BodyPublishers.ofByteArray(content));
  }

  private Answer post(URI address, String token, String contentType, BodyPublisher body) {
    return answer(send(request(address, token).header("Content-Type", contentType).POST(body)));
  }

  private static HttpRequest.Builder request(URI address, String token) {
    return HttpRequest.newBuilder(address)
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new NobodyAnswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    var isJson = response.headers().firstValue("content-type").orElse("").contains("json");
    try {
      return new Answer(
          response.statusCode(),
          isJson
              ? JSON.readTree(new String(response.body(), StandardCharsets.UTF_8))
              : MissingNode.getInstance(),
          response.headers().firstValue("retry-after").orElse(""));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON after all", e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A service is down, which some stories want. */
  static final class NobodyAnswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NobodyAnswered(IOException cause) {
      super(cause);
    }
  }
}
