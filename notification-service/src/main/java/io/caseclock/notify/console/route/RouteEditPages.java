package io.caseclock.notify.console.route;

import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Choices;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.route.RoutePages.Trial;
import io.caseclock.notify.console.route.RoutePages.TrialStep;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.routing.ChangePolicy;
import io.caseclock.notify.routing.ChangePolicy.Change;
import io.caseclock.notify.routing.ChangePolicy.Refusal;
import io.caseclock.notify.routing.ChosenRoute;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.pack.Route;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.TakesQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the policy of a unit: nothing holds before it is saved, and it may be tried before. */
@Path("/routes/edit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR})
public class RouteEditPages {

  /** In the order in which they are told, mostly. */
  private static final List<String> ROLES =
      List.of(
          "officer",
          "unit-head",
          "legal-officer",
          "supervisor",
          "supervising-brigade",
          "bureau-leader",
          "callback-officer");

  private static final List<String> ISSUERS =
      List.of("supervising-brigade", "unit-head", "bureau-leader");

  private final PageContext page;
  private final PageFormat format;
  private final Choices choices;
  private final Routing routing;
  private final PolicyActions actions;
  private final RouteOverrides overrides;
  private final RecipientResolver recipients;
  private final Directory directory;
  private final PolicyWords words;
  private final InstantSource clock;

  @Inject
  RouteEditPages(
      PageContext page,
      PageFormat format,
      Choices choices,
      Routing routing,
      PolicyActions actions,
      RouteOverrides overrides,
      RecipientResolver recipients,
      Directory directory,
      PolicyWords words,
      InstantSource clock) {
    this.page = page;
    this.format = format;
    this.choices = choices;
    this.routing = routing;
    this.actions = actions;
    this.overrides = overrides;
    this.recipients = recipients;
    this.directory = directory;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @TakesQuery({"unit"})
  public Response edit(@Context UriInfo uri) {
    var unit = visible(uri.getQueryParameters().getFirst("unit"));
    return show(200, form(unit, routing.policyOf(unit).routes()), noTrial(unit), "");
  }

  private PolicyForm form(String unit, List<Route> routes) {
    return PolicyForm.of(unit, overrides.version(unit), routes);
  }

  private static TrialForm noTrial(String unit) {
    return new TrialForm(unit, "", "breach", "serious", "", "", "");
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

  /** What the button says: change the shape of the form, try the policy out, or let it hold. */
  @POST
  @TakesForm(
      value = {
        "unit|version|rows|do|kind|severity|officer|list|rule|day",
        "r\\d{1,2}\\.(id|critical|digest|steps|every|everyUnit|longest|longestUnit|times|plan|issuedBy)",
        "r\\d{1,2}\\.s\\d\\.(after|afterUnit)"
      },
      many = {"r\\d{1,2}\\.(kinds|severities|lists|rules)", "r\\d{1,2}\\.s\\d\\.(tell|push)"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(MultivaluedMap<String, String> fields) {
    var unit = visible(fields.getFirst("unit"));
    var form = PolicyForm.of(unit, fields);
    var trial = TrialForm.of(unit, fields);
    var button = Forms.text(fields, "do");
    return switch (button) {
      case "save" -> save(form, trial);
      case "reset" -> put(form, List.of(), trial);
      case "pack" -> show(200, form(unit, routing.packPolicy().routes()), trial, "");
      case "try" -> show(faults(form).isEmpty() ? 200 : 400, form, trial, button);
      default -> {
        if (!PolicyForm.isShape(button)) {
          throw FormRefusedException.noSuchValue("do");
        }
        yield show(200, form.after(button), trial, button);
      }
    };
  }

  private Response save(PolicyForm form, TrialForm trial) {
    return faults(form).isEmpty() && !form.rows().isEmpty()
        ? put(form, routes(form), trial)
        : show(400, form, trial, "save");
  }

  private Response put(PolicyForm form, List<Route> routes, TrialForm trial) {
    var asked = new Change(form.unit(), routes, form.version());
    var refused = actions.put(asked, page.caller());
    if (refused.isEmpty()) {
      return Links.to(Query.of("unit", form.unit()).and("saved", "yes").behind("/routes"));
    }
    return switch (refused.get().why()) {
      case STALE -> show(412, form.over(overrides.version(form.unit())), trial, "stale");
      case NOT_ALLOWED -> throw new ProblemException(ProblemType.NOT_ALLOWED, "Not your unit.");
      case UNKNOWN_UNIT -> throw new ProblemException(ProblemType.NOT_FOUND, "No such unit.");
      case UNFIT_ID, REPEATED_ID, NOT_COMPLETE, NEVER_REACHED -> show(422, form, trial, "save");
    };
  }

  private static List<Route> routes(PolicyForm form) {
    return form.rows().stream().map(RouteRow::route).toList();
  }

  /** What is wrong, by the place of the route. */
  private Map<Integer, String> faults(PolicyForm form) {
    var texts = page.texts(RouteTexts.class);
    Map<Integer, String> faults = new LinkedHashMap<>();
    for (var place = 0; place < form.rows().size(); place++) {
      var fault = form.rows().get(place).fault(words);
      if (fault.isPresent()) {
        faults.put(place, texts.fault(fault.get()));
      }
    }
    if (faults.isEmpty()) {
      ChangePolicy.wrong(routes(form))
          .ifPresent(wrong -> faults.put(wrong.route(), texts.wrong(wrong.why())));
    }
    return faults;
  }

  private Response show(int status, PolicyForm form, TrialForm asked, String button) {
    var faults = faults(form);
    var question = asked.question(words);
    var trial =
        button.equals("try") && faults.isEmpty()
            ? question.flatMap(it -> trial(form, asked, it))
            : Optional.<Trial>empty();
    var texts = page.texts(RouteTexts.class);
    var common = page.texts(CommonTexts.class);
    return page.show(
        status,
        new RouteEdit(
            form,
            asked,
            new RowFaults(isShown(status, button) ? faults : Map.of()),
            refused(status, form, texts),
            button.equals("try") && faults.isEmpty() && trial.isEmpty(),
            trial.orElse(null),
            overrides.of(form.unit()).isPresent(),
            Offered.of(choices),
            ROLES.stream().map(role -> new Choice(role, common.tell(role))).toList(),
            words.channels().stream()
                .sorted()
                .map(kind -> new Choice(kind, format.channel(kind)))
                .toList(),
            ISSUERS.stream().map(role -> new Choice(role, common.tell(role))).toList(),
            LengthForm.UNITS.stream()
                .map(unit -> new Choice(unit, texts.lengthUnit(unit)))
                .toList()));
  }

  /** A form that only changed its shape is not finished yet. */
  private static boolean isShown(int status, String button) {
    return status != 200 || button.equals("try");
  }

  private static String refused(int status, PolicyForm form, RouteTexts texts) {
    if (status == 412) {
      return texts.wrong(Refusal.STALE);
    }
    return form.rows().isEmpty() && status == 400
        ? texts.noRoutes()
        : status == 200 ? "" : texts.faulty();
  }

  private Optional<Trial> trial(PolicyForm form, TrialForm asked, Routing.Question question) {
    var now = clock.instant();
    return Routing.first(routes(form), question)
        .map(
            route ->
                new Trial(
                    new ChosenRoute(route, form.unit()),
                    now,
                    route.steps().stream()
                        .map(
                            step ->
                                new TrialStep(
                                    step,
                                    recipients.ofStep(
                                        route, step, form.unit(), asked.named(), now)))
                        .toList()));
  }

  /**
   * The form.
   *
   * @param faults what is wrong, by the place of the route
   * @param refused why nothing was saved; empty else
   * @param isUntold whether no route is for what was tried
   * @param trial what would come of what was tried; null where nothing was
   * @param isOwn whether the unit has a policy of its own, which it may give back
   */
  @CheckedTemplate(basePath = "route", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RouteEdit(
      PolicyForm form,
      TrialForm tried,
      RowFaults faults,
      String refused,
      boolean isUntold,
      @Nullable Trial trial,
      boolean isOwn,
      Offered offered,
      List<Choice> roles,
      List<Choice> channels,
      List<Choice> issuers,
      List<Choice> units)
      implements TemplateInstance {}

  /** What is wrong with each route, by its place. */
  record RowFaults(Map<Integer, String> faults) {

    /** Empty for a route without one. */
    public String at(int place) {
      return faults.getOrDefault(place, "");
    }
  }
}
