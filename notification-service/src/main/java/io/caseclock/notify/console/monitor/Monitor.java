package io.caseclock.notify.console.monitor;

import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asked;
import io.caseclock.notify.monitor.Download;
import io.caseclock.notify.monitor.MonitorApi;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.monitor.Question;
import io.caseclock.notify.rest.CurrentAsker;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/**
 * Asks the monitor with the visitor's own token, in the unit that they act in: what they may not
 * see there, they do not see here. Start all questions of a page before waiting for the first
 * answer.
 */
@RequestScoped
public class Monitor {

  private static final String JSON = "application/json";

  private final MonitorApi api;
  private final CurrentAsker asker;

  /** Set by threads that answer for one request. */
  private volatile boolean isMisasked;

  @Inject
  Monitor(MonitorApi api, CurrentAsker asker) {
    this.api = api;
    this.asker = asker;
  }

  public <T> Asked<T> get(String path, Query query, Class<T> type) {
    return noted(api.ask(question("GET", path, query, null), type));
  }

  /** Sends the body as JSON. */
  public <T> Asked<T> post(String path, Object body, Class<T> type) {
    return post(path, new Question.Body(JSON, Json.bytes(body)), type);
  }

  /** Sends the body as it is. */
  public <T> Asked<T> post(String path, Question.Body body, Class<T> type) {
    return api.ask(question("POST", path, Query.NONE, body), type);
  }

  /** Sends the body as JSON. */
  public <T> Asked<T> put(String path, Object body, Class<T> type) {
    var json = new Question.Body(JSON, Json.bytes(body));
    return api.ask(question("PUT", path, Query.NONE, json), type);
  }

  /**
   * The same, where the thing still has that version.
   *
   * @param version without quotes; what it tells is used, not what somebody typed
   */
  public <T> Asked<T> putOnto(String version, String path, Object body, Class<T> type) {
    var json = new Question.Body(JSON, Json.bytes(body));
    return api.ask(new Question("PUT", path, Query.NONE, json, version, asker.get()), type);
  }

  public Asked<Void> delete(String path) {
    return api.ask(question("DELETE", path, Query.NONE, null), Void.class);
  }

  /**
   * Passes a file on while it comes, as an attachment. Throws the monitor's refusal; {@code
   * UNAVAILABLE} while it is away.
   *
   * @param accept its media type
   * @param fileName of letters, digits, dots and hyphens
   */
  public Response download(String path, Query query, String accept, String fileName) {
    return switch (api.download(question("GET", path, query, null), accept)) {
      case Download.File(var type, var bytes) ->
          Response.ok(
                  (StreamingOutput)
                      out -> {
                        try (bytes) {
                          bytes.transferTo(out);
                        }
                      })
              .type(type)
              .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build();
      case Download.Missing(Answer.Refused<Void>(var problem)) ->
          throw new ProblemException(problem);
      case Download.Missing missing ->
          throw new ProblemException(ProblemType.UNAVAILABLE, "The monitor does not answer.");
    };
  }

  /**
   * Whether a question of this request was one that nobody can answer: its parameters are wrong.
   */
  public boolean isMisasked() {
    return isMisasked;
  }

  private <T> Asked<T> noted(Asked<T> asked) {
    return () -> {
      var answer = asked.answer();
      if (answer.refusal().filter(it -> it.type() == ProblemType.MALFORMED_REQUEST).isPresent()) {
        isMisasked = true;
      }
      return answer;
    };
  }

  private Question question(String method, String path, Query query, Question.@Nullable Body body) {
    return new Question(method, path, query, body, asker.get());
  }
}
