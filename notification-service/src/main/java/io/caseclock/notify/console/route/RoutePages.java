package io.caseclock.notify.console.route;

import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.routing.ChosenRoute;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.RoutedRecipient;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.TakesQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policy of who is told of what, and a way to try it out. */
@Path("/routes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class RoutePages {

  private static final Optional<Trial> NO_TRIAL = Optional.empty();

  private final PageContext page;
  private final Routing routing;
  private final RecipientResolver recipients;
  private final Directory directory;
  private final RouteWords routeWords;
  private final PolicyWords words;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  RoutePages(
      PageContext page,
      Routing routing,
      RecipientResolver recipients,
      Directory directory,
      RouteWords routeWords,
      PolicyWords words,
      PageTime time,
      InstantSource clock) {
    this.page = page;
    this.routing = routing;
    this.recipients = recipients;
    this.directory = directory;
    this.routeWords = routeWords;
    this.words = words;
    this.time = time;
    this.clock = clock;
  }

  @GET
  @TakesQuery({"unit", "officer", "kind", "severity", "list", "rule", "day", "saved"})
  public Response routes(@Context UriInfo uri) {
    var query = uri.getQueryParameters();
    var form = TrialForm.of(visible(query.getFirst("unit")), query);
    var question = form.question(words);
    var at = form.at(time, clock.instant());
    var isRefused = form.isAsked() && (question.isEmpty() || at.isEmpty());
    var trial =
        form.isAsked() ? question.flatMap(it -> at.flatMap(day -> trial(it, form, day))) : NO_TRIAL;
    var policy = routing.policyOf(form.unit());
    return page.show(
        isRefused ? 400 : 200,
        new RoutePolicy(
            page.root(),
            form,
            isRefused,
            form.isAsked() && !isRefused && trial.isEmpty(),
            policy.routes().stream()
                .map(it -> new RouteLine(it, routeWords.asked(it.match())))
                .toList(),
            policy.setBy(),
            trial.orElse(null),
            page.caller().is(Role.SUPERVISOR) || page.caller().is(Role.ADMINISTRATOR),
            "yes".equals(query.getFirst("saved"))));
  }

  private String visible(@Nullable String asked) {
    var root = page.root();
    var unit = Forms.text(asked);
    if (unit.isEmpty() || unit.equals(root)) {
      return root;
    }
    if (!directory.isWithin(unit, root)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "Name a unit of your own subtree.");
    }
    return unit;
  }

  /** Nobody is told of anything. */
  private Optional<Trial> trial(Question question, TrialForm form, Instant at) {
    return routing.find(question).map(chosen -> trial(chosen, form, at));
  }

  private Trial trial(ChosenRoute chosen, TrialForm form, Instant at) {
    var route = chosen.route();
    var steps =
        route.steps().stream()
            .map(
                step ->
                    new TrialStep(
                        step, recipients.ofStep(route, step, form.unit(), form.named(), at)))
            .toList();
    return new Trial(chosen, at, steps);
  }

  /**
   * The policy of a unit.
   *
   * @param root the unit whose subtree the visitor sees
   * @param isRefused whether what was asked makes no sense
   * @param isUntold whether no route is for what was asked
   * @param setBy the unit whose policy it is; null for the one of the rule pack
   * @param isSaved whether the policy was changed just now
   * @param trial what would come of what was asked; null where nothing was
   */
  @CheckedTemplate(basePath = "route", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RoutePolicy(
      String root,
      TrialForm entered,
      boolean isRefused,
      boolean isUntold,
      List<RouteLine> routes,
      @Nullable String setBy,
      @Nullable Trial trial,
      boolean mayChange,
      boolean isSaved)
      implements TemplateInstance {}

  /** A route; {@code asked} says in words what it is for. */
  record RouteLine(Route route, List<String> asked) {}

  /** What would come of it. */
  record Trial(ChosenRoute chosen, Instant at, List<TrialStep> steps) {}

  /** A step, with whom it would tell. */
  record TrialStep(Step step, List<RoutedRecipient> people) {}
}
