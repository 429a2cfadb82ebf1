package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.rest.IfMatch;
import io.caseclock.notify.rest.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The steps of a notice, one path each. */
@Path("/api/v1/notices/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@RunOnVirtualThread
@Transactional
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class StepResource {

  private final TakeStep takeStep;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  StepResource(TakeStep takeStep, CurrentCaller caller, InstantSource clock) {
    this.takeStep = takeStep;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("sign")
  @APIResponseSchema(NoticeView.class)
  public Response sign(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
    return take(id, Command.of(Action.SIGN, ""), version);
  }

  @POST
  @Path("plan")
  @APIResponseSchema(NoticeView.class)
  public Response plan(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String version,
      @Nullable Planned planned) {
    if (planned == null || planned.on() == null) {
      throw Parameters.refused("on", "is the planned day, such as 2026-03-20");
    }
    var day = Parameters.usualDay("on", planned.on());
    return take(id, Command.plan(day, said("text", planned.text())), version);
  }

  @POST
  @Path("reassign")
  @APIResponseSchema(NoticeView.class)
  public Response reassign(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String version,
      @Nullable Reassigned to) {
    if (to == null || stripped(to.officer()).isEmpty()) {
      throw Parameters.refused("officer", "names the officer who takes it over");
    }
    return take(id, Command.reassign(stripped(to.officer()), said("text", to.text())), version);
  }

  /** The steps that need no more than a text. */
  @POST
  @Path("{step: object|uphold|reject|rectify|review|accept|return|withdraw}")
  @APIResponseSchema(NoticeView.class)
  public Response say(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @HeaderParam("If-Match") @Nullable String version,
      @Nullable Said said) {
    var action = Action.ofTextOnly(step).orElseThrow();
    return take(id, Command.of(action, textOf(said)), version);
  }

  private Response take(String id, Command command, @Nullable String version) {
    var notice =
        takeStep
            .take(id, caller.get(), command, IfMatch.expected(version), clock.instant())
            .orElseThrow(Refusals::ofStep);
    return Response.ok(NoticeView.of(notice))
        .tag(new EntityTag(Integer.toString(notice.version())))
        .build();
  }

  static String textOf(@Nullable Said said) {
    if (said == null) {
      return "";
    }
    if (said.text() != null && said.reason() != null) {
      throw Parameters.refused("reason", "is another word for text; send one of them");
    }
    return said.text() == null ? said("reason", said.reason()) : said("text", said.text());
  }

  private static String said(String name, @Nullable String text) {
    return Parameters.written(name, text, NoticeSettings.TEXT);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** A planned day. */
  public record Planned(@Nullable LocalDate on, @Nullable String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Planned[" + on + "]";
    }
  }

  /** Who takes a notice over, and why. */
  public record Reassigned(@Nullable String officer, @Nullable String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Reassigned[" + officer + "]";
    }
  }

  /** What is said with a step; {@code reason} is another word for {@code text}. */
  public record Said(@Nullable String text, @Nullable String reason) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Said[]";
    }
  }
}
