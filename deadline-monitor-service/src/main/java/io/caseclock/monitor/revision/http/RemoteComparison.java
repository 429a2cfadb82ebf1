package io.caseclock.monitor.revision.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.pack.file.PackFiles;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Has a running monitor compare a candidate pack with the law in force, and waits for the end. */
public final class RemoteComparison {

  private static final String RUN = "/api/v1/impact-run";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** An hour of pauses; the monitor ends a comparison by itself long before. */
  private static final int MOST_PAUSES = 1_800;

  /** In a row; a replica that is just replaced does not answer. */
  private static final int MOST_SILENCES = 15;

  private static final int TAKEN = 409;

  private final RemoteMonitor monitor;
  private final Consumer<Duration> pause;
  private int pauses;
  private int silences;

  /**
   * @param root where the monitor is
   * @param token of a supervisor or administrator; only what that unit sees is compared
   * @param pause waits so long
   */
  public RemoteComparison(URI root, String token, Consumer<Duration> pause) {
    this.monitor = RemoteMonitor.at(root, token);
    this.pause = pause;
  }

  private interface Question {
    RemoteMonitor.Answer ask() throws IOException;
  }

  /** The packs in force, as {@code GET /api/v1/packs} lists them. */
  public JsonNode packs() {
    return expected(answer(() -> monitor.get("/api/v1/packs")));
  }

  /**
   * What the candidate would change; throws {@link ComparisonException} where that is refused or
   * does not come to an end.
   */
  public JsonNode report(PackFiles candidate) {
    var begun = begin(candidate);
    while (true) {
      var run = expected(answer(() -> monitor.get(RUN)));
      if (!run.path("startedAt").equals(begun.path("startedAt"))) {
        throw new ComparisonException(
            "Another comparison of the same account took the place of this one. Ask again.");
      }
      switch (run.path("state").asText()) {
        case "done" -> {
          return run.path("report");
        }
        case "running" -> pause();
        case "busy" -> {
          pause();
          begun = begin(candidate);
        }
        default ->
            throw new ComparisonException(
                "The comparison ended without a result: " + run.path("state").asText() + ".");
      }
    }
  }

  /** The last comparison of the same account may still go on. */
  private JsonNode begin(PackFiles candidate) {
    while (true) {
      var answer = answer(() -> monitor.post(RUN, Map.of("files", candidate.texts())));
      if (answer.status() != TAKEN) {
        return expected(answer);
      }
      pause();
    }
  }

  private RemoteMonitor.Answer answer(Question question) {
    while (true) {
      try {
        var answer = question.ask();
        silences = 0;
        return answer;
      } catch (IOException e) {
        silences++;
        if (silences > MOST_SILENCES) {
          throw new ComparisonException("No answer from " + monitor.root() + ": " + e, e);
        }
        pause();
      }
    }
  }

  private static JsonNode expected(RemoteMonitor.Answer answer) {
    if (!answer.isOk()) {
      throw answer.refusal();
    }
    return answer.body();
  }

  private void pause() {
    pauses++;
    if (pauses > MOST_PAUSES) {
      throw new ComparisonException("The comparison did not end within an hour.");
    }
    pause.accept(PAUSE);
  }
}
