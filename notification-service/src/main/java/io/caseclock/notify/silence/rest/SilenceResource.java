package io.caseclock.notify.silence.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.AskForSilence.Done;
import io.caseclock.notify.silence.AskForSilence.Misspelt;
import io.caseclock.notify.silence.AskForSilence.Outcome;
import io.caseclock.notify.silence.AskForSilence.Refused;
import io.caseclock.notify.silence.AskForSilence.Wish;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silences;
import io.caseclock.problem.ProblemException;
import io.caseclock.rest.Written;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Silences of the caller's subtree. */
@Path("/api/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@RunOnVirtualThread
@RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class SilenceResource {

  private final AskForSilence ask;
  private final Silences silences;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  SilenceResource(AskForSilence ask, Silences silences, CurrentCaller caller, InstantSource clock) {
    this.ask = ask;
    this.silences = silences;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({
    Role.Wire.LEGAL_OFFICER,
    Role.Wire.SUPERVISOR,
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR
  })
  public Page list(@QueryParam("limit") @Nullable Integer limit) {
    var now = clock.instant();
    var found = silences.within(Paging.root(caller.get()), Paging.limit(limit));
    return new Page(found.stream().map(silence -> SilenceView.of(silence, now)).toList());
  }

  @POST
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = SilenceView.class, responseCode = "201")
  public Response propose(@NotNull @Valid Body body) {
    var now = clock.instant();
    var id = UUID.randomUUID().toString();
    var wish =
        new Wish(
            body.unit(),
            Boolean.TRUE.equals(body.everything()),
            body.reason().strip(),
            body.from() == null ? now : body.from(),
            body.until());
    var view = view(ask.propose(body.covers(), id, wish, caller.get(), now), now);
    return Response.created(URI.create("/api/v1/silences/" + id)).entity(view).build();
  }

  @POST
  @Path("{id}/approve")
  @Transactional
  public SilenceView approve(@PathParam("id") String id) {
    return view(ask.approve(id, caller.get(), clock.instant()), clock.instant());
  }

  @POST
  @Path("{id}/end")
  @Transactional
  public SilenceView end(@PathParam("id") String id) {
    return view(ask.end(id, caller.get(), clock.instant()), clock.instant());
  }

  private static SilenceView view(Outcome outcome, Instant now) {
    return switch (outcome) {
      case Done done -> SilenceView.of(done.silence(), now);
      case Misspelt misspelt -> {
        Parameters.require(misspelt.words());
        throw new IllegalStateException("a word is refused as unknown, and none is named");
      }
      case Refused refused -> throw problem(refused);
    };
  }

  /** A refusal as a problem that says what to do next. */
  private static ProblemException problem(Refused refused) {
    var detail =
        switch (refused.why()) {
          case UNKNOWN -> "There is no such thing in your units.";
          case NOT_ALLOWED -> "Only a legal officer or a supervisor who is an officer.";
          case OWN_SILENCE -> "Ask a second person to approve your silence.";
          case NOT_WAITING -> "The silence is approved or over already.";
          case NOTHING_NAMED ->
              "Name at least one of kind, severity, list, rule and caseId; a silence over"
                  + " everything in the unit says \"everything\": true.";
          case EVERYTHING_AND_MORE ->
              "A silence covers everything, or what kind, severity, list, rule and caseId name; not"
                  + " both.";
          case BAD_TIME ->
              "A silence ends after it begins, in the future, and lasts thirty days at most.";
        };
    return new ProblemException(refused.why().type(), detail);
  }

  /**
   * What the caller asks for.
   *
   * @param everything true where none of the five before it is named and all of the unit is meant
   * @param from now where it is absent
   */
  public record Body(
      @NotBlank @Size(max = 120) String unit,
      @Size(max = 20) @Nullable String kind,
      @Size(max = 20) @Nullable String severity,
      @Size(max = 120) @Nullable String list,
      @Size(max = 120) @Nullable String rule,
      @Size(max = 120) @Nullable String caseId,
      @Nullable Boolean everything,
      @NotNull @Written(longest = 500, severalLines = true) String reason,
      @Nullable Instant from,
      @NotNull Instant until) {

    Silence.Covers covers() {
      return new Silence.Covers(
          kind, severity, list, rule, caseId == null ? null : Parameters.caseId("caseId", caseId));
    }

    /** Leaves out the reason. */
    @Override
    public String toString() {
      return "Body[" + unit + " until " + until + "]";
    }
  }

  /** Silences, the newest first. */
  public record Page(List<SilenceView> silences) {}
}
