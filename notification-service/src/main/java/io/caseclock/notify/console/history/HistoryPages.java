package io.caseclock.notify.console.history;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Choices;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.history.HistoryTold.Breaches;
import io.caseclock.notify.console.history.HistoryTold.Releases;
import io.caseclock.notify.console.history.HistoryTold.Report;
import io.caseclock.notify.console.history.HistoryTold.Waiting;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Parameters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What old cases would have told, what of it waits, and what was decided. */
@Path("/history")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class HistoryPages {

  static final String API = "/api/v1/history/";

  private static final int PAGE = 50;
  private static final List<String> STATES = List.of("waiting", "open", "released");

  private final PageContext page;
  private final Choices choices;
  private final Monitor monitor;

  @Inject
  HistoryPages(PageContext page, Choices choices, Monitor monitor) {
    this.page = page;
    this.choices = choices;
    this.monitor = monitor;
  }

  /** What waits, the report, and past decisions, of a unit and all below it. */
  @GET
  public Response history(
      @QueryParam("unit") @Nullable String unit, @QueryParam("after") @Nullable String after) {
    var of = Query.of("unit", unit);
    var waiting = monitor.get(API + "waiting", of, Waiting.class);
    var report =
        monitor.get(API + "report", of.and("after", after).and("limit", PAGE), Report.class);
    var releases = monitor.get(API + "releases", of, Releases.class);
    var root = page.root();
    return page.show(
        200,
        new HistoryPage(
            root,
            chosen(unit, root),
            waiting.answer(),
            report.answer(),
            releases.answer(),
            page.caller().is(Role.SUPERVISOR)));
  }

  private static String chosen(@Nullable String unit, String root) {
    return unit == null || unit.isBlank() ? root : unit;
  }

  /** The breaches behind a figure. */
  @GET
  @Path("breaches")
  public Response breaches(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("rule") @Nullable String rule,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after) {
    var wanted = state == null || state.isBlank() ? STATES.getFirst() : state;
    Parameters.require("state", wanted, STATES);
    var query =
        Query.of("unit", unit)
            .and("rule", rule)
            .and("state", wanted)
            .and("after", after)
            .and("limit", PAGE);
    var told = monitor.get(API + "breaches", query, Breaches.class);
    var root = page.root();
    var texts = page.texts(HistoryTexts.class);
    return page.show(
        200,
        new HistoryBreaches(
            told.answer(),
            root,
            chosen(unit, root),
            choices.rules(),
            rule == null ? "" : rule,
            STATES.stream().map(one -> new Choice(one, texts.state(one))).toList(),
            wanted));
  }

  /**
   * History of a unit.
   *
   * @param root the unit whose subtree the visitor sees
   * @param mayRelease whether the visitor decides
   */
  @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HistoryPage(
      String root,
      String unit,
      Answer<Waiting> waiting,
      Answer<Report> report,
      Answer<Releases> releases,
      boolean mayRelease)
      implements TemplateInstance {}

  /** Breaches of old cases. */
  @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HistoryBreaches(
      Answer<Breaches> told,
      String root,
      String unit,
      List<Choice> rules,
      String rule,
      List<Choice> states,
      String state)
      implements TemplateInstance {}
}
