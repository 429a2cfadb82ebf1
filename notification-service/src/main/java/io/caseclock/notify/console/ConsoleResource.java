package io.caseclock.notify.console;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.console.Lines.Count;
import io.caseclock.notify.console.Lines.NoticeMore;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.Outcome.Done;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.evidence.AddEvidence;
import io.caseclock.notify.notice.evidence.AddEvidence.Sent;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.RequireVisibleNotice;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The pages of those who are signed in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class ConsoleResource {

  private static final int MOST_LINES = 100;
  private static final int MOST_MESSAGES = 5;

  private final Frame frame;
  private final CurrentCaller caller;
  private final Inboxes inboxes;
  private final MessageStore messages;
  private final NoticeQueries archive;
  private final PageSteps steps;
  private final Channels channels;
  private final Circuits circuits;
  private final MessageTexts wording;
  private final Template home;
  private final Template notice;

  @Inject
  ConsoleResource(
      Frame frame,
      CurrentCaller caller,
      Inboxes inboxes,
      MessageStore messages,
      NoticeQueries archive,
      PageSteps steps,
      Channels channels,
      Circuits circuits,
      MessageTexts wording,
      @Location("console/home") Template home,
      @Location("console/notice") Template notice) {
    this.frame = frame;
    this.caller = caller;
    this.inboxes = inboxes;
    this.messages = messages;
    this.archive = archive;
    this.steps = steps;
    this.channels = channels;
    this.circuits = circuits;
    this.wording = wording;
    this.home = home;
    this.notice = notice;
  }

  @GET
  public Response home() {
    var root = Paging.root(caller.get());
    var lines = frame.lines();
    var alarms = messages.openAlarms(root, MOST_LINES);
    var notices = archive.open(root, MOST_LINES);
    var counts = messages.countAlarms(root);
    var openNotices = archive.countOpen(root);
    Map<String, Object> data = new HashMap<>();
    data.put("alarms", lines.alarms(alarms));
    data.put("alarmsCut", counts.breaches() + counts.warnings() > alarms.size());
    data.put("notices", lines.notices(notices));
    data.put("noticesCut", openNotices > notices.size());
    data.put(
        "counts",
        List.of(
            new Count(lines.text("count_breaches"), counts.breaches(), "#alarms", "is-over"),
            new Count(lines.text("count_warnings"), counts.warnings(), "#alarms", "is-near"),
            new Count(lines.text("count_notices"), openNotices, "#notices", "")));
    data.put("failing", failing(lines));
    data.putAll(ownInbox(lines));
    return frame.page(200, home, data);
  }

  /** Channels that keep failing, for those who can do something about it. */
  private List<String> failing(Lines lines) {
    var present = caller.get();
    if (!present.is(Role.SUPERVISOR) && !present.is(Role.ADMINISTRATOR)) {
      return List.of();
    }
    var words = new ChannelLines(lines);
    var states = circuits.all();
    return channels.all().stream()
        .filter(channel -> fails(states.get(channel.id())))
        .map(words::failing)
        .toList();
  }

  private static boolean fails(@Nullable Circuit circuit) {
    return circuit != null && !circuit.isClosed();
  }

  private Map<String, Object> ownInbox(Lines lines) {
    var person = caller.get().asOfficer().filter(officer -> Frame.hasInbox(caller.get()));
    var unread = person.map(inboxes::unread).orElse(0L);
    var newest =
        person
            .map(p -> inboxes.page(new InboxQuery(p, true, OptionalLong.empty(), MOST_MESSAGES)))
            .orElse(List.of());
    return Map.of("unread", unread, "messages", new MessageLines(lines, wording).messages(newest));
  }

  @GET
  @Path("notices/{id}")
  public Response notice(@PathParam("id") String id) {
    return page(200, found(id), "");
  }

  /** Where a browser asks again for the page that refused a step, in the other language say. */
  @GET
  @Path("notices/{id}/{step}")
  public Response backToNotice(
      @PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    var language = Language.ofCode(lang).map(asked -> "?lang=" + asked.code()).orElse("");
    return Response.seeOther(URI.create("/notices/" + found(id).id() + language)).build();
  }

  @POST
  @Path("notices/{id}/{step}")
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response step(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @FormParam("version") @Nullable String version,
      @FormParam("text") @Nullable String text,
      @FormParam("on") @Nullable String on,
      @FormParam("officer") @Nullable String officer) {
    var said = text == null ? "" : text.strip();
    var command = StepForms.command(step, said, on, officer);
    if (command.isEmpty()) {
      return page(400, found(id), frame.lines().text("refused_incomplete"));
    }
    return switch (steps.take(id, caller.get(), command.get(), StepForms.version(version))) {
      case Done<Notice> done -> Response.seeOther(URI.create("/notices/" + id)).build();
      case Refused<Notice> refused -> refused(id, "refused_", refused.why());
    };
  }

  private Response refused(String id, String prefix, Refusal why) {
    var key = prefix + why.name().toLowerCase(Locale.ROOT);
    return page(why.type().status(), found(id), frame.lines().text(key));
  }

  @POST
  @Path("notices/{id}/evidence")
  @MaxBodySize(AddEvidence.LARGEST_UPLOAD)
  @RequireVisibleNotice
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response evidence(
      @PathParam("id") String id, @RestForm("file") @Nullable FileUpload file) {
    if (file == null) {
      return page(400, found(id), frame.lines().text("refused_evidence_empty"));
    }
    return switch (steps.add(id, caller.get(), sent(file))) {
      case Done<Evidence> done -> Response.seeOther(URI.create("/notices/" + id)).build();
      case Refused<Evidence> refused -> refused(id, "refused_", refused.why());
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
  @Path("notices/{id}/supervise")
  @RolesAllowed({Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response supervise(@PathParam("id") String id, @FormParam("text") @Nullable String text) {
    var why = text == null ? "" : text.strip();
    return switch (steps.supervise(id, caller.get(), why)) {
      case Done<Notice> order ->
          Response.seeOther(URI.create("/notices/" + order.value().id())).build();
      case Refused<Notice> refused -> refused(id, "unsupervised_", refused.why());
    };
  }

  private Notice found(String id) {
    return archive
        .findWithin(id, Paging.root(caller.get()))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such notice."));
  }

  private Response page(int status, Notice found, String refused) {
    var lines = frame.lines();
    var document = steps.document(found.id());
    Map<String, Object> data = new HashMap<>();
    data.put("row", lines.notice(found));
    data.put("refused", refused);
    data.put("document", DocumentView.of(document, frame.language()));
    data.put("more", more(found, lines));
    data.put("steps", archive.steps(found.id()).stream().map(lines::step).toList());
    data.put("actions", actions(found, lines));
    return frame.page(status, notice, data);
  }

  private NoticeMore more(Notice found, Lines lines) {
    var root = Paging.root(caller.get());
    var lower = Optional.ofNullable(found.lower()).flatMap(id -> archive.findWithin(id, root));
    return new NoticeMore(
        archive.faults(found.id()).stream().map(lines::fault).toList(),
        steps.evidence(found.id()).stream().map(lines::evidence).toList(),
        archive.ordersOn(found.id()).stream().map(lines::notice).toList(),
        lower.map(lines::notice).stream().toList(),
        Frame.mayAct(caller.get()) && steps.mayAddEvidence(found, caller.get()),
        Frame.mayAct(caller.get()) && steps.maySupervise(found, caller.get()));
  }

  /** An auditor reads everything and changes nothing, whoever else the account is. */
  private List<Lines.ActionForm> actions(Notice found, Lines lines) {
    return Frame.mayAct(caller.get())
        ? steps.allowed(found, caller.get()).stream()
            .map(command -> lines.action(command, found))
            .toList()
        : List.of();
  }
}
