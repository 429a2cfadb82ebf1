package io.caseclock.notify.console;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.notify.console.Lines.Choice;
import io.caseclock.notify.console.RouteLines.TrialStep;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.TakesQuery;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policy of who is told of what, and a way to try it out; the API changes it. */
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

  private final Frame frame;
  private final CurrentCaller caller;
  private final Routing routing;
  private final RecipientResolver who;
  private final Directory directory;
  private final Choices choices;
  private final PackNames names;
  private final PageTime time;
  private final InstantSource clock;
  private final Template page;
  private final PolicyWords words;

  @Inject
  RoutePages(
      Frame frame,
      CurrentCaller caller,
      Routing routing,
      RecipientResolver who,
      Directory directory,
      Choices choices,
      PackNames names,
      PageTime time,
      InstantSource clock,
      PolicyWords words,
      @Location("console/routes") Template page) {
    this.words = words;
    this.frame = frame;
    this.caller = caller;
    this.routing = routing;
    this.who = who;
    this.directory = directory;
    this.choices = choices;
    this.names = names;
    this.time = time;
    this.clock = clock;
    this.page = page;
  }

  @GET
  @TakesQuery({"unit", "officer", "kind", "severity", "list", "rule", "day"})
  public Response routes(@Context UriInfo uri) {
    var query = uri.getQueryParameters();
    var form = TrialForm.of(visible(query.getFirst("unit")), query);
    var lines = frame.lines();
    var routeLines = new RouteLines(lines, names);
    var policy = routing.policyOf(form.unit());
    Map<String, Object> data = new HashMap<>();
    data.put("entered", form);
    data.put("selects", selects(lines, form.unit()));
    data.put("routes", policy.routes().stream().map(routeLines::route).toList());
    data.put("setBy", routeLines.setBy(policy.setBy()));
    data.put("unitName", lines.unit(form.unit()));
    data.put("refused", "");
    data.put("trials", List.of());
    var status = form.isAsked() ? tryOut(form, lines, data) : 200;
    return frame.page(status, page, data);
  }

  private String visible(@Nullable String asked) {
    var root = Paging.root(caller.get());
    var unit = Objects.toString(asked, "").strip();
    if (unit.isEmpty() || unit.equals(root)) {
      return root;
    }
    if (!directory.isWithin(unit, root)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "Name a unit of your own subtree.");
    }
    return unit;
  }

  private Map<String, List<Choice>> selects(Lines lines, String unit) {
    return Map.of(
        "units", choices.units(Paging.root(caller.get()), lines),
        "officers", choices.officers(unit),
        "kinds", choices.kinds(lines),
        "severities", choices.severities(lines),
        "lists", names.listChoices(lines),
        "rules", names.ruleChoices(lines));
  }

  /** Nobody is told of anything. */
  private int tryOut(TrialForm form, Lines lines, Map<String, Object> data) {
    var question = form.question(words);
    var at = form.at(time, clock.instant());
    if (question.isEmpty() || at.isEmpty()) {
      data.put("refused", lines.text("trial_refused"));
      return 400;
    }
    data.put("trials", List.of(trial(question.get(), form, at.get(), lines)));
    return 200;
  }

  private Trial trial(Question question, TrialForm form, Instant at, Lines lines) {
    var routeLines = new RouteLines(lines, names);
    var chosen = routing.choose(question);
    var steps =
        chosen.route().steps().stream()
            .map(
                step ->
                    new TrialStep(
                        routeLines.after(step),
                        who.ofStep(chosen.route(), step, form.unit(), form.named(), at).stream()
                            .map(routeLines::person)
                            .toList()))
            .toList();
    return new Trial(
        chosen.route().id(), routeLines.setBy(chosen.setBy()), lines.moment(at), steps);
  }

  /** What would come of it. */
  public record Trial(String route, String setBy, String at, List<TrialStep> steps) {}
}
