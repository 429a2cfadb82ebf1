package io.caseclock.notify.wording.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.rest.RequireWholeTree;
import io.caseclock.notify.wording.ChangeTemplate;
import io.caseclock.notify.wording.ChangeTemplate.Outcome;
import io.caseclock.notify.wording.Template;
import io.caseclock.notify.wording.TemplateFault;
import io.caseclock.notify.wording.TemplateKind;
import io.caseclock.notify.wording.TemplateText;
import io.caseclock.notify.wording.Templates;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** The wording of each kind of message, for the whole installation. */
@Path("/api/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class TemplateResource {

  private final Templates templates;
  private final ChangeTemplate change;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  TemplateResource(
      Templates templates, ChangeTemplate change, CurrentCaller caller, InstantSource clock) {
    this.templates = templates;
    this.change = change;
    this.caller = caller;
    this.clock = clock;
  }

  /** All kinds, the most pressing first. */
  public record Answer(List<TemplateView> templates) {}

  /** A text in both languages. */
  public record Both(@NotNull String zh, @NotNull String en) {
    TemplateText stripped() {
      return new TemplateText(zh.strip(), en.strip());
    }
  }

  /**
   * Other words for a kind.
   *
   * @param version that the sender saw; 0 where nothing was ever changed
   */
  public record Wording(
      @NotNull @Min(0) Integer version, @NotNull @Valid Both title, @NotNull @Valid Both text) {}

  @GET
  public Answer list() {
    var all = templates.all();
    return new Answer(
        Arrays.stream(TemplateKind.values())
            .map(kind -> TemplateView.of(kind, all.get(kind)))
            .toList());
  }

  @GET
  @Path("{kind}")
  public TemplateView show(@PathParam("kind") String kind) {
    return view(known(kind));
  }

  /** Holds for what is told from then on; what was told stays as it was. */
  @PUT
  @Path("{kind}")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
  @RequireWholeTree
  public TemplateView put(@PathParam("kind") String kind, @NotNull @Valid Wording wording) {
    var template = new Template(wording.title().stripped(), wording.text().stripped());
    var asked = known(kind);
    return view(
        asked, change.put(asked, template, wording.version(), caller.get(), clock.instant()));
  }

  /** Gives the shipped words back. */
  @DELETE
  @Path("{kind}")
  @Transactional
  @RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
  @RequireWholeTree
  public TemplateView reset(
      @PathParam("kind") String kind,
      @QueryParam("version") @NotNull @Min(0) @Max(Integer.MAX_VALUE) Integer version) {
    var asked = known(kind);
    return view(asked, change.reset(asked, version, caller.get(), clock.instant()));
  }

  private TemplateView view(TemplateKind kind, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> TemplateView.of(kind, done.stored());
      case Outcome.Faulty faulty -> throw faulty(faulty.faults());
      case Outcome.NotAllowed not ->
          throw new ProblemException(
              ProblemType.NOT_ALLOWED,
              "The wording is the whole installation's. Ask a supervisor or an administrator at"
                  + " the root of the tree.");
      case Outcome.Stale stale ->
          throw new ProblemException(
              ProblemType.STALE_VERSION,
              "Somebody else changed it: it has version "
                  + stale.version()
                  + " now. Read it again.");
      case Outcome.ShippedAlready already ->
          throw new ProblemException(
              ProblemType.STATE_FORBIDS,
              "The shipped words hold already; there is nothing to undo.");
    };
  }

  private TemplateView view(TemplateKind kind) {
    return TemplateView.of(kind, templates.all().get(kind));
  }

  private static ProblemException faulty(List<TemplateFault> faults) {
    var violations =
        faults.stream().map(one -> new Violation("/" + one.place(), one.message())).toList();
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST, "The texts have faults; see violations.", violations));
  }

  private static TemplateKind known(String kind) {
    return TemplateKind.ofWire(kind)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no such kind; GET /api/v1/templates tells all of them."));
  }
}
