package io.caseclock.notify.console.deadline;

import io.caseclock.access.Role;
import io.caseclock.notify.console.deadline.DeadlineList.Entered;
import io.caseclock.notify.console.deadline.TakenOn.Result;
import io.caseclock.notify.console.frame.FormFault;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.monitor.Query;
import io.caseclock.rest.CsvBody;
import io.caseclock.rest.XlsxBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deadlines of the visitor's units. */
@Path("/deadlines")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class DeadlinePages {

  private static final int MOST_AT_ONCE = 100;

  private final PageContext page;
  private final DeadlineView view;
  private final Monitor monitor;
  private final TakeOnSeveral takeOn;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  DeadlinePages(
      PageContext page,
      DeadlineView view,
      Monitor monitor,
      TakeOnSeveral takeOn,
      PageTime time,
      InstantSource clock) {
    this.page = page;
    this.view = view;
    this.monitor = monitor;
    this.takeOn = takeOn;
    this.time = time;
    this.clock = clock;
  }

  /** A filter that a form sent leads to its plain address, which can be kept and handed on. */
  @GET
  public Response list(@BeanParam AskedFilter asked, @QueryParam("after") @Nullable String after) {
    var sent = asked.query();
    var known = view.withRuleId(sent);
    var plain = known.orElse(sent);
    if (after == null && known.isPresent() && isToBePlain(asked, sent, plain)) {
      return Links.to(DeadlineQuery.of(plain, page.caller()).url());
    }
    var query = DeadlineQuery.of(plain, page.caller());
    return known.isPresent()
        ? view.show(200, query, Optional.ofNullable(after), entered())
        : view.showNothing(query, texts().noSuchRule(query.value("rule")), entered());
  }

  /** A language that is asked for stays in the address, and with it the rest. */
  private boolean isToBePlain(AskedFilter asked, Query sent, Query plain) {
    var own = page.parameters();
    return own.equals(own.without("lang").without("theme"))
        && (asked.isOfAForm() || !sent.equals(plain));
  }

  private Entered entered() {
    return new Entered(List.of(), "", "", "", today().toString());
  }

  private LocalDate today() {
    return time.today(clock.instant());
  }

  /** All rows of the filter as a file, as the monitor gives it. */
  @GET
  @Path("export")
  public Response export(
      @BeanParam AskedFilter asked, @QueryParam("format") @Nullable String format) {
    var query =
        DeadlineQuery.of(view.withRuleId(asked.query()).orElse(asked.query()), page.caller());
    var language = page.language().code();
    var isWorkbook = "xlsx".equals(format);
    if (!isWorkbook && !"csv".equals(format)) {
      throw new FormRefusedException(List.of(new FormFault("format", FormFault.Why.NO_FORMAT)));
    }
    return monitor.download(
        DeadlineView.API,
        query.asked().and("language", language),
        isWorkbook ? XlsxBody.TYPE : CsvBody.TYPE,
        "deadlines-" + today() + (isWorkbook ? ".xlsx" : ".csv"));
  }

  /** A page that refused something has the address of its form. */
  @GET
  @Path("take-on")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back(DeadlineQuery.PATH, lang);
  }

  /** Takes on each of the chosen deadlines by itself, and says of each what came of it. */
  @POST
  @TakesForm(
      value = {"query", "on", "text"},
      many = "deadline")
  @Path("take-on")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response takeOn(MultivaluedMap<String, String> form) {
    var query = view.returnTo(Forms.text(form, "query"));
    var chosen = form.getOrDefault("deadline", List.of()).stream().distinct().toList();
    var text = Forms.text(form, "text");
    var day = Forms.day(form.getFirst("on"));
    var fault = fault(chosen, day, text);
    if (fault.isPresent()) {
      var shown = chosen.stream().limit(MOST_AT_ONCE).toList();
      var entered = new Entered(shown, Forms.text(form, "on"), text, "", today().toString());
      return view.show(400, query, fault.get(), entered);
    }
    var plan = new TakeOnSeveral.Plan(day.orElseThrow(), text);
    List<Result> results =
        chosen.stream().map(id -> takeOn.one(id, page.caller(), plan, clock.instant())).toList();
    if (results.stream().noneMatch(Result::isDone)) {
      var entered = new Entered(chosen, Forms.text(form, "on"), text, "", today().toString());
      return view.show(status(results), query, view.reasons(results), entered);
    }
    var told = monitor.get(DeadlineView.API, ids(chosen), Listed.Page.class).answer();
    return page.show(status(results), view.taken(query, results, told));
  }

  /** Where nothing was done at all, the first reason is that of the whole. */
  private static int status(List<Result> results) {
    return results.stream().anyMatch(Result::isDone) ? 200 : results.getFirst().status();
  }

  private Optional<String> fault(List<String> chosen, Optional<LocalDate> day, String text) {
    if (chosen.isEmpty()) {
      return Optional.of(texts().takeNothing());
    }
    if (chosen.size() > MOST_AT_ONCE) {
      return Optional.of(texts().takeTooMany());
    }
    if (day.isEmpty()) {
      return Optional.of(texts().takeNoDay());
    }
    return Acknowledge.TEXT.takes(text) ? Optional.empty() : Optional.of(texts().takeNoText());
  }

  private static Query ids(List<String> chosen) {
    return Query.of("limit", MOST_AT_ONCE).andAll("id", chosen);
  }

  private DeadlineTexts texts() {
    return page.texts(DeadlineTexts.class);
  }
}
