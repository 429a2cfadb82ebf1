package io.caseclock.notify.console.auditlog;

import io.caseclock.access.Role;
import io.caseclock.audit.rest.AskedEntries;
import io.caseclock.audit.rest.ReadAuditLog;
import io.caseclock.audit.rest.ShownThings;
import io.caseclock.directory.Directory;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.CsvBody;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Who asked for which change, and who looked at what: of this service and of the monitor, each with
 * its own pages.
 */
@Path("/audit-log")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class AuditLogPages {

  private static final String API = "/api/v1/audit-log";

  private static final List<String> AREAS =
      List.of(
          "sign-in",
          "/cases",
          "/notices",
          "/tasks",
          "/breaches",
          "/silences",
          "/routes",
          "/templates",
          "/channels",
          "/dead-letters",
          "/history",
          "/impact");

  private final PageContext page;
  private final PageTime time;
  private final Directory directory;
  private final ReadAuditLog own;
  private final Monitor monitor;
  private final ShownThings shown;
  private final InstantSource clock;

  @Inject
  AuditLogPages(
      PageContext page,
      PageTime time,
      Directory directory,
      ReadAuditLog own,
      Monitor monitor,
      ShownThings shown,
      InstantSource clock) {
    this.shown = shown;
    this.page = page;
    this.time = time;
    this.directory = directory;
    this.own = own;
    this.monitor = monitor;
    this.clock = clock;
  }

  @GET
  @TakesQuery({"service", "from", "to", "who", "case", "operation", "kind", "outcome", "after"})
  public Response list(@Context UriInfo uri) {
    var form = AuditFilterForm.of(uri.getQueryParameters());
    if (!form.isSound()) {
      return show(400, form, new Answer.Told<>(new ReadAuditLog.Answer(List.of(), null)));
    }
    return show(200, form, answer(form));
  }

  private Answer<ReadAuditLog.Answer> answer(AuditFilterForm form) {
    var query = form.query(time, directory).and("after", form.after());
    return form.service().equals(AuditFilterForm.MONITOR)
        ? monitor.get(API, query, ReadAuditLog.Answer.class).answer()
        : new Answer.Told<>(own.page(AskedEntries.of(AuditFilterForm.parameters(query))));
  }

  private Response show(int status, AuditFilterForm form, Answer<ReadAuditLog.Answer> answer) {
    var texts = page.texts(AuditLogTexts.class);
    var told = answer.toldOrEmpty();
    shown.of(told.map(ReadAuditLog.Answer::entries).orElse(List.of()));
    return page.show(
        status,
        new AuditLogList(
            form,
            status == 400 ? texts.wrong() : "",
            answer,
            told.stream()
                .flatMap(found -> found.entries().stream())
                .map(entry -> AuditLine.of(entry, texts))
                .toList(),
            told.map(ReadAuditLog.Answer::next).map(String::valueOf).orElse(""),
            operations(texts),
            List.of(new Choice("change", texts.changes()), new Choice("read", texts.reads())),
            List.of(new Choice("done", texts.done()), new Choice("refused", texts.refused()))));
  }

  private static List<Choice> operations(AuditLogTexts texts) {
    return AREAS.stream().map(area -> new Choice(area, texts.area(area.replace("/", "")))).toList();
  }

  /** All that the filter finds, as a file. */
  @GET
  @Path("file")
  @TakesQuery({"service", "from", "to", "who", "case", "operation", "kind", "outcome"})
  public Response file(@Context UriInfo uri) {
    var form = AuditFilterForm.of(uri.getQueryParameters());
    if (!form.isSound()) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "A field cannot be read.");
    }
    var query = form.query(time, directory);
    return form.service().equals(AuditFilterForm.MONITOR)
        ? monitor.download(
            API, query, CsvBody.TYPE, "audit-log-monitor-" + time.today(clock.instant()) + ".csv")
        : own.csv(
            AskedEntries.of(Map.copyOf(AuditFilterForm.parameters(query))),
            "audit-log-" + time.today(clock.instant()));
  }

  /**
   * The entries of one service.
   *
   * @param wrong what is wrong with the filter; empty else
   * @param answer what the service said
   * @param next the place of the page behind; empty on the last
   */
  @CheckedTemplate(basePath = "auditlog", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AuditLogList(
      AuditFilterForm entered,
      String wrong,
      Answer<ReadAuditLog.Answer> answer,
      List<AuditLine> lines,
      String next,
      List<Choice> operations,
      List<Choice> kinds,
      List<Choice> outcomes)
      implements TemplateInstance {}
}
