package io.caseclock.notify.routing.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.notify.channel.Address;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.rest.RouteText;
import io.caseclock.notify.routing.ChangePolicy;
import io.caseclock.notify.routing.ChangePolicy.Change;
import io.caseclock.notify.routing.ChangePolicy.Refusal;
import io.caseclock.notify.routing.ChosenRoute;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.notify.routing.RoutedRecipient;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policy of who is told of what. */
@Path("/api/v1/routes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class RouteResource {

  private final Routing routing;
  private final ChangePolicy change;
  private final RouteOverrides overrides;
  private final RecipientResolver who;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final PolicyWords words;

  @Inject
  RouteResource(
      Routing routing,
      ChangePolicy change,
      RouteOverrides overrides,
      RecipientResolver who,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock,
      PolicyWords words) {
    this.words = words;
    this.routing = routing;
    this.change = change;
    this.overrides = overrides;
    this.who = who;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Consumes(MediaType.WILDCARD)
  public PolicyView policy(@QueryParam("unit") @Nullable String unit) {
    return view(visible(unit == null ? Paging.root(caller.get()) : unit));
  }

  private PolicyView view(String unit) {
    var policy = routing.policyOf(unit);
    return new PolicyView(
        unit,
        policy.setBy(),
        policy.routes().stream().map(RouteText::of).toList(),
        overrides.version(unit));
  }

  @PUT
  @Transactional
  @RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
  public PolicyView put(@QueryParam("unit") @Nullable String unit, @NotNull @Valid Policy policy) {
    var asked = visible(unit == null ? Paging.root(caller.get()) : unit);
    Parameters.require(RouteWords.unknown(policy.routes(), words));
    change
        .put(new Change(asked, routes(policy), policy.version()), caller.get(), clock.instant())
        .ifPresent(
            refused -> {
              throw problem(refused.why());
            });
    return view(asked);
  }

  private static List<Route> routes(Policy policy) {
    try {
      return policy.routes().stream().map(RouteText::route).toList();
    } catch (IllegalArgumentException | NullPointerException e) {
      var detail = e.getMessage() == null ? "A route lacks a member." : e.getMessage();
      throw new ProblemException(ProblemType.RULE_REFUSES, detail);
    }
  }

  /** Who would be told of such a warning, and why; nobody is told. */
  @POST
  @Path("test")
  public TestResult test(@NotNull @Valid Trial trial) {
    var unit = visible(trial.unit());
    requireKnown(trial);
    var at = trial.at() == null ? clock.instant() : Parameters.usual("at", trial.at());
    var question = new Question(trial.kind(), trial.severity(), trial.list(), trial.rule(), unit);
    return routing
        .find(question)
        .map(chosen -> result(chosen, unit, trial.officer(), at))
        .orElseGet(() -> new TestResult(null, null, at, List.of()));
  }

  private TestResult result(ChosenRoute chosen, String unit, @Nullable String officer, Instant at) {
    var route = chosen.route();
    var steps = route.steps().stream().map(step -> step(route, step, unit, officer, at)).toList();
    return new TestResult(route.id(), chosen.setBy(), at, steps);
  }

  private void requireKnown(Trial trial) {
    Parameters.require(
        Stream.of(
                words.kind("kind", trial.kind()),
                words.severity("severity", trial.severity()),
                words.list("list", trial.list()),
                words.rule("rule", trial.rule()))
            .flatMap(Optional::stream)
            .toList());
    if (trial.officer() != null && !isPosted(trial.officer())) {
      throw Parameters.refused("officer", "names nobody who is posted in your units");
    }
  }

  private boolean isPosted(String officer) {
    return directory
        .officer(officer)
        .filter(known -> directory.isWithin(known.unit(), Paging.root(caller.get())))
        .isPresent();
  }

  private StepResult step(
      Route route, Step step, String unit, @Nullable String officer, Instant at) {
    return new StepResult(
        step.after().toString(),
        who.ofStep(route, step, unit, officer, at).stream().map(PersonResult::of).toList());
  }

  private String visible(String unit) {
    return Optional.of(unit)
        .filter(asked -> directory.isWithin(asked, Paging.root(caller.get())))
        .orElseThrow(
            () ->
                new ProblemException(ProblemType.UNKNOWN_UNIT, "Name a unit of your own subtree."));
  }

  private static ProblemException problem(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_UNIT ->
          new ProblemException(ProblemType.UNKNOWN_UNIT, "Name a unit of your own subtree.");
      case NOT_ALLOWED ->
          new ProblemException(
              ProblemType.NOT_ALLOWED, "Only a supervisor or an administrator sets a policy.");
      case STALE ->
          new ProblemException(
              ProblemType.STALE_VERSION, "Somebody else changed the policy. Read it again.");
      case UNFIT_ID ->
          new ProblemException(
              ProblemType.RULE_REFUSES, "A route's id is one line of at most 60 characters.");
      case REPEATED_ID -> new ProblemException(ProblemType.RULE_REFUSES, "Two routes have one id.");
      case NOT_COMPLETE ->
          new ProblemException(
              ProblemType.RULE_REFUSES, "The last route must match everything: leave out match.");
      case NEVER_REACHED ->
          new ProblemException(
              ProblemType.RULE_REFUSES, "A route comes after one that leaves it nothing.");
    };
  }

  /**
   * A whole policy; empty to go back to what holds above.
   *
   * @param version that the sender saw; absent to replace any
   */
  public record Policy(
      @NotNull @Size(max = 100) List<RouteText> routes, @Nullable @Min(0) Long version) {}

  /**
   * The policy of a unit.
   *
   * @param setBy the unit that set it; absent for the pack's
   * @param version counts up with each change of this unit's own policy; 0 where there was none
   */
  public record PolicyView(
      String unit, @Nullable String setBy, List<RouteText> routes, long version) {}

  /**
   * A warning that might be.
   *
   * @param at as of when; now where it is absent
   */
  public record Trial(
      @NotBlank @Size(max = 120) String unit,
      @Size(max = 120) @Nullable String officer,
      @NotBlank String kind,
      @NotBlank String severity,
      @Size(max = 120) @Nullable String list,
      @Size(max = 120) @Nullable String rule,
      @Nullable Instant at) {}

  /**
   * What would come of it.
   *
   * @param route absent where no route is for it, and nobody would be told
   */
  public record TestResult(
      @Nullable String route, @Nullable String setBy, Instant at, List<StepResult> steps) {}

  /** Whom one step tells, if nobody has acted by then; {@code after} reads as in a policy. */
  public record StepResult(String after, List<PersonResult> people) {}

  /**
   * One who would be told.
   *
   * @param push the channel beside the inbox; absent where there is none
   * @param unreachable the policy asks for a push and nothing reaches this person
   */
  public record PersonResult(
      String officer,
      String unit,
      String role,
      String why,
      @Nullable String push,
      boolean unreachable) {

    static PersonResult of(RoutedRecipient telling) {
      Recipient recipient = telling.recipient();
      return new PersonResult(
          recipient.person(),
          recipient.unit(),
          telling.role(),
          recipient.why().wire(),
          Optional.ofNullable(telling.push()).map(Address::channel).orElse(null),
          telling.isUnreachable());
    }
  }
}
