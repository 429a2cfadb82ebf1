package io.caseclock.intake.accept.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.admission.TakenInTogether;
import io.caseclock.audit.NotAudited;
import io.caseclock.intake.accept.AcceptEvents.Request;
import io.caseclock.intake.accept.EventCheck;
import io.caseclock.intake.accept.GatherRequests;
import io.caseclock.intake.accept.Submission;
import io.caseclock.intake.activity.HeardSources;
import io.caseclock.intake.journal.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes CloudEvents: structured, in binary mode, and in batches. */
@Path("/api/v1/events")
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR
})
public class EventResource {

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  /** An event as large as one may be, and some white space around it. */
  static final long LARGEST_EVENT = EventCheck.LARGEST + 8 * 1024;

  /** A thousand events of some four KiB. */
  static final long LARGEST_BATCH = 4 * 1024 * 1024;

  private static final String JOURNAL = "the journal keeps who sent which event, and the answer";
  private static final Logger LOGGER = LoggerFactory.getLogger(EventResource.class);

  private final GatherRequests requests;
  private final RateLimitFilter shares;
  private final CurrentCaller caller;
  private final EventCounter counter;
  private final HeardSources heard;
  private final EventSpans spans;

  EventResource(
      GatherRequests requests,
      RateLimitFilter shares,
      CurrentCaller caller,
      EventCounter counter,
      HeardSources heard,
      EventSpans spans) {
    this.requests = requests;
    this.shares = shares;
    this.caller = caller;
    this.counter = counter;
    this.heard = heard;
    this.spans = spans;
  }

  @POST
  @NotAudited(JOURNAL)
  @RateLimited
  @TakenInTogether
  @MaxBodySize(LARGEST_EVENT)
  @Consumes(STRUCTURED)
  public Response postStructured(byte[] body) {
    return OutcomeResponses.one(accept(List.of(EventParser.structured(body))).getFirst());
  }

  @POST
  @NotAudited(JOURNAL)
  @RateLimited
  @TakenInTogether
  @MaxBodySize(LARGEST_EVENT)
  @Consumes("application/json")
  public Response postBinary(@Context HttpHeaders headers, byte[] body) {
    var event = EventParser.binary(headers.getRequestHeaders(), body);
    return OutcomeResponses.one(accept(List.of(event)).getFirst());
  }

  @POST
  @NotAudited(JOURNAL)
  @RateLimited
  @MaxBodySize(LARGEST_BATCH)
  @Consumes(BATCH)
  public Response postBatch(byte[] body) {
    return OutcomeResponses.many(accept(EventParser.batch(body)));
  }

  private List<Outcome> accept(List<Submission> submissions) {
    shares.spend(submissions);
    try (var begun = spans.begin(submissions)) {
      var outcomes = requests.accept(new Request(submissions, caller.get(), begun.traces()));
      begun.became(outcomes);
      outcomes.forEach(this::told);
      return outcomes;
    }
  }

  private void told(Outcome outcome) {
    counter.count(outcome);
    heard.hear(outcome);
    if (outcome instanceof Outcome.Conflicting(var eventId)) {
      // The id is the sender's own text; GET /api/v1/conflicts names it.
      LOGGER
          .atWarn()
          .addKeyValue("source", eventId.source())
          .log("event id came with other content");
    }
  }
}
