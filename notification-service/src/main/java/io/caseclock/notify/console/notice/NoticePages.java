package io.caseclock.notify.console.notice;

import io.caseclock.access.Role;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.audit.LeadsToMade;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Choices;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.notice.NoticeDetail.StepLine;
import io.caseclock.notify.console.notice.StepForm.Entered;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Outcome.Done;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.AddEvidence.Sent;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.rest.RequireVisibleNotice;
import io.caseclock.notify.rest.TakesUpload;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The page of a notice, with a plain form for each step that the visitor may take. */
@Path("/notices/{id}")
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
public class NoticePages {

  private static final String SUPERVISE = "supervise";
  private static final String EVIDENCE = "evidence";
  private static final String FILE = "file";

  /** Refusals that say that the notice is not what the visitor has seen. */
  private static final Set<Refusal> CHANGED =
      EnumSet.of(Refusal.STALE, Refusal.STATE_FORBIDS, Refusal.TAKEN_BY_ANOTHER);

  private final PageContext page;
  private final PageFormat format;
  private final NoticeQueries archive;
  private final NoticeActions actions;
  private final Choices choices;
  private final PackNames packs;

  @Inject
  NoticePages(
      PageContext page,
      PageFormat format,
      NoticeQueries archive,
      NoticeActions actions,
      Choices choices,
      PackNames packs) {
    this.packs = packs;
    this.page = page;
    this.format = format;
    this.archive = archive;
    this.actions = actions;
    this.choices = choices;
  }

  @GET
  public Response notice(@PathParam("id") String id) {
    return page(200, found(id), "", Entered.NOTHING);
  }

  @GET
  @Path("{step}")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    return Links.back(Links.notice(found(id).id()), lang);
  }

  @POST
  @Path("{step}")
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response step(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @FormParam("version") @Nullable String version,
      @FormParam("text") @Nullable String text,
      @FormParam("on") @Nullable String on,
      @FormParam("officer") @Nullable String officer) {
    var entered = new Entered(step, Forms.text(text), Forms.text(on), Forms.text(officer), "");
    var command = StepForm.read(step, entered.text(), on, officer);
    if (command.isEmpty()) {
      return page(400, found(id), texts().incomplete(), entered.withoutWhatItNeeds());
    }
    return switch (actions.take(id, page.caller(), command.get(), Forms.version(version))) {
      case Done<Notice> done -> Links.to(Links.notice(id));
      case Refused<Notice> refused ->
          page(
              refused.why().type().status(),
              found(id),
              refusal(refused),
              entered.refused(refused.why()));
    };
  }

  /** The refusal in words; who was faster is named, and how the notice stands now. */
  private String refusal(Refused<?> refused) {
    var why = texts().refused(refused.why());
    var present = refused.present();
    var last = refused.last();
    if (present == null || last == null || !CHANGED.contains(refused.why())) {
      return why;
    }
    var by = last.by();
    return why
        + " "
        + texts()
            .standsNow(
                texts().state(present.state().wire()),
                texts().step(last.kind()),
                format.personAs(by.officer(), by.name(), by.role(), by.actingFor()),
                format.moment(last.at(), present.zone()));
  }

  @POST
  @Path("evidence")
  @MaxBodySize(AddEvidence.LARGEST_UPLOAD)
  @RequireVisibleNotice
  @TakesUpload
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response evidence(
      @PathParam("id") String id, @RestForm("file") @Nullable FileUpload file) {
    if (file == null) {
      var why = Refusal.EVIDENCE_EMPTY;
      return page(400, found(id), texts().refused(why), Entered.of(EVIDENCE, FILE));
    }
    return switch (actions.add(id, page.caller(), sent(file))) {
      case Done<Evidence> done -> Links.to(Links.notice(id));
      case Refused<Evidence> refused ->
          page(
              refused.why().type().status(),
              found(id),
              refusal(refused),
              Entered.of(EVIDENCE, FILE));
    };
  }

  private static Sent sent(FileUpload file) {
    try {
      var content = Files.readAllBytes(file.uploadedFile());
      return new Sent(file.fileName(), file.contentType(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @POST
  @Path("supervise")
  @LeadsToMade
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response supervise(@PathParam("id") String id, @FormParam("text") @Nullable String text) {
    var entered = new Entered(SUPERVISE, Forms.text(text), "", "", "");
    return switch (actions.supervise(id, page.caller(), entered.text())) {
      case Done<Notice> order -> Links.to(Links.notice(order.value().id()));
      case Refused<Notice> refused ->
          page(
              refused.why().type().status(),
              found(id),
              texts().unsupervised(refused.why()),
              entered.refused(refused.why()));
    };
  }

  private NoticeTexts texts() {
    return page.texts(NoticeTexts.class);
  }

  private Notice found(String id) {
    return archive
        .findWithin(id, page.root())
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such notice."));
  }

  private Response page(int status, Notice found, String refused, Entered entered) {
    var present = page.caller();
    var root = page.root();
    var document = actions.document(found.id());
    var history = archive.steps(found.id());
    var next = actions.due(found.id(), history);
    var evidence = actions.evidence(found.id());
    var lower = Optional.ofNullable(found.lower()).flatMap(id -> archive.findWithin(id, root));
    return page.show(
        status,
        new NoticeDetail(
            found,
            refused,
            refused.isEmpty()
                ? JustDone.of(history, evidence, present, actions.now(), texts())
                : "",
            Station.of(found, history, next.due(), actions.now()),
            nextStep(next),
            entered.of(SUPERVISE),
            entered.of(EVIDENCE),
            DocumentView.of(document, page.language()),
            archive.faults(found.id()),
            evidence,
            archive.ordersOn(found.id()),
            lower.orElse(null),
            history.stream().map(this::line).toList(),
            forms(found, entered),
            page.mayAct() && actions.mayAddEvidence(found, present),
            page.mayAct() && actions.maySupervise(found, present)));
  }

  private String nextStep(NextDue next) {
    var due = next.due();
    if (due == null) {
      return next.isBeingWorkedOut() ? texts().beingWorkedOut() : "";
    }
    return packs.rule(due.rule(), page.language());
  }

  private List<StepForm> forms(Notice found, Entered entered) {
    return page.mayAct()
        ? actions.allowed(found, page.caller()).stream()
            .map(command -> StepForm.of(command, found, others(found), entered))
            .toList()
        : List.of();
  }

  private List<Choice> others(Notice found) {
    return choices.officers(found.unit()).stream()
        .filter(one -> !one.value().equals(found.officer()))
        .toList();
  }

  private StepLine line(NoticeStep step) {
    return new StepLine(step, detail(step));
  }

  /** The day of a plan as the page says days. */
  private String planned(String day) {
    return Forms.day(day).map(format::day).orElse(day);
  }

  /** What a step says beside its text. */
  private String detail(NoticeStep step) {
    var data = step.data();
    return switch (step.kind()) {
      case PLANNED -> planned(String.valueOf(data.get("planned")));
      case OBJECTION_DECIDED -> texts().decision(String.valueOf(data.get("decision")));
      case REASSIGNED -> format.officer(String.valueOf(data.get("officer")));
      case ESCALATED -> String.valueOf(data.get("orderNumber"));
      case ISSUED,
          DELIVERED,
          SIGNED,
          OBJECTED,
          RECTIFIED,
          UNDER_REVIEW,
          RETURNED,
          ACCEPTED,
          CLOSED,
          WITHDRAWN,
          FAULT_DROPPED ->
          "";
    };
  }
}
