package io.caseclock.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.Credential;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks one service of the stack and expects JSON. */
public final class ServiceClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final Credential credential;

  public ServiceClient(URI base, String token) {
    this(base, Credential.token(token));
  }

  public ServiceClient(URI base, Credential credential) {
    this.base = base;
    this.credential = credential;
  }

  public JsonNode get(String path) {
    return answer(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** Whether the service knows what the path names. */
  public boolean knows(String path) {
    try {
      get(path);
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  /**
   * Writes the answer into the file.
   *
   * @return false where the service knows no such thing
   */
  public boolean download(String path, Path file) {
    try {
      var response = sent(HttpRequest.newBuilder(base.resolve(path)), BodyHandlers.ofFile(file));
      if (response.statusCode() == 404) {
        return false;
      }
      if (response.statusCode() != 200) {
        throw new StackException(
            response.statusCode() + ": " + reason(JSON.readTree(Files.readAllBytes(file))));
      }
      return true;
    } catch (IOException e) {
      throw new StackException("No whole answer from " + base + ". Is it running?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted.", e);
    }
  }

  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  public JsonNode put(String path, Object body) {
    return send("PUT", path, body);
  }

  private JsonNode send(String method, String path, Object body) {
    return answer(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  /** The answer, or an exception with the problem's detail. */
  private JsonNode answer(HttpRequest.Builder request) {
    try {
      var response = sent(request, BodyHandlers.ofString());
      var body = JSON.readTree(response.body());
      if (response.statusCode() == 404) {
        throw new NotFoundException(reason(body));
      }
      if (response.statusCode() == 413) {
        throw new TooLargeException(reason(body));
      }
      if (response.statusCode() / 100 != 2) {
        throw new RefusedException(response.statusCode() + ": " + reason(body));
      }
      return body;
    } catch (IOException e) {
      throw new StackException("No answer from " + base + ". Is the stack running?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted.", e);
    }
  }

  /** Sends it once more where the token has ended and its file holds another one. */
  private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var signed = credential.authorization();
    request.timeout(PATIENCE).setHeader("Authorization", signed);
    var response = http.send(request.build(), handler);
    return response.statusCode() == 401 && credential.isRenewed(signed)
        ? http.send(request.setHeader("Authorization", credential.authorization()).build(), handler)
        : response;
  }

  /** The service knows no such thing. */
  static final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
      super(message);
    }
  }

  /** The service answered, but not with what was asked for. */
  static final class RefusedException extends StackException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** The service takes no body of that size there. */
  static final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  private static String reason(JsonNode problem) {
    var text = new StringBuilder(problem.path("detail").asText(problem.toString()));
    for (var violation : problem.path("violations")) {
      text.append("\n  ")
          .append(violation.path("pointer").asText())
          .append(" ")
          .append(violation.path("message").asText());
    }
    return text.toString();
  }
}
