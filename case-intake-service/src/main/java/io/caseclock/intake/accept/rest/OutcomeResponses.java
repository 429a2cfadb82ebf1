package io.caseclock.intake.accept.rest;

import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.Problems;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes as HTTP answers. */
final class OutcomeResponses {

  private static final int MULTI_STATUS = 207;

  private OutcomeResponses() {}

  /** The answer to a single event. */
  static Response one(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> json(202, receipt(accepted));
      case Outcome.Duplicate duplicate -> json(200, receipt(duplicate));
      case Outcome.Conflicting conflicting -> Problems.response(problem(conflicting));
      case Outcome.Refused refused -> Problems.response(refused.problem());
      case Outcome.OverQuota over -> Problems.response(problem(over));
    };
  }

  /**
   * The answer to a batch: 200 where each is accepted or a duplicate, else 207; one answer to all
   * of them where they go beyond a quota.
   */
  static Response many(List<Outcome> outcomes) {
    if (!outcomes.isEmpty() && outcomes.getFirst() instanceof Outcome.OverQuota over) {
      return Problems.response(problem(over));
    }
    var results =
        java.util.stream.IntStream.range(0, outcomes.size())
            .mapToObj(index -> result(index, outcomes.get(index)))
            .toList();
    var allKept = outcomes.stream().allMatch(OutcomeResponses::isKept);
    return json(allKept ? 200 : MULTI_STATUS, Map.of("results", results));
  }

  private static boolean isKept(Outcome outcome) {
    return outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Duplicate;
  }

  private static Map<String, Object> result(int index, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> result(index, accepted.eventId(), "accepted");
      case Outcome.Duplicate duplicate -> result(index, duplicate.eventId(), "duplicate");
      case Outcome.Conflicting conflicting -> {
        var result = result(index, conflicting.eventId(), "conflict");
        result.put("problem", problem(conflicting).document());
        yield result;
      }
      case Outcome.Refused refused -> {
        var result = result(index, refused.source(), refused.id(), "refused");
        result.put("problem", refused.problem().document());
        yield result;
      }
      case Outcome.OverQuota over -> {
        var result = result(index, null, null, "refused");
        result.put("problem", problem(over).document());
        yield result;
      }
    };
  }

  private static Map<String, Object> result(int index, EventId id, String status) {
    return result(index, id.source(), id.id(), status);
  }

  private static Map<String, Object> result(
      int index, @Nullable String source, @Nullable String id, String status) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("index", index);
    if (source != null) {
      result.put("source", source);
    }
    if (id != null) {
      result.put("id", id);
    }
    result.put("status", status);
    return result;
  }

  private static Map<String, Object> receipt(Outcome.Accepted accepted) {
    return receipt(accepted.eventId(), accepted.caseId(), "accepted", accepted.acceptedAt());
  }

  private static Map<String, Object> receipt(Outcome.Duplicate duplicate) {
    return receipt(duplicate.eventId(), duplicate.caseId(), "duplicate", duplicate.acceptedAt());
  }

  private static Map<String, Object> receipt(
      EventId id, String caseId, String status, Instant acceptedAt) {
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("source", id.source());
    receipt.put("id", id.id());
    receipt.put("caseId", caseId);
    receipt.put("status", status);
    receipt.put("acceptedAt", acceptedAt);
    receipt.put("receipt", "/api/v1/receipts" + Receipt.query(id));
    return receipt;
  }

  private static Problem problem(Outcome.Conflicting conflicting) {
    return Problem.of(
            ProblemType.CONFLICTING_EVENT,
            "The content accepted first holds, and a supervisor was told. To correct it, withdraw"
                + " it (event-withdrawn) and send the right content under a new id.")
        .with("source", conflicting.eventId().source())
        .with("id", conflicting.eventId().id());
  }

  private static Problem problem(Outcome.OverQuota over) {
    var detail =
        over.left() == 0
            ? "The client's quota of %d events is used up until the next day begins. Nothing of"
                + " this request was taken in; send it again then."
            : "The client's quota of %d events a day has room for %d more. Nothing of this request"
                + " was taken in; send fewer at once, and the rest when the next day begins.";
    return Problem.of(ProblemType.TOO_MANY_REQUESTS, detail.formatted(over.quota(), over.left()))
        .with("quota", over.quota())
        .with("left", over.left())
        .with(Problem.RETRY_AFTER, RateLimitFilter.seconds(over.freeAfter()));
  }

  private static Response json(int status, Object entity) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(entity).build();
  }
}
