package io.caseclock.notify.console;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Outcome;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.rest.Paging;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ladders of breaches: what was told to whom, what comes next, and who takes it on. */
@Path("/breaches")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class BreachPages {

  private static final int MOST_LINES = 100;
  private static final List<String> STATES = List.of("climbing", "acknowledged", "ended");

  private final Frame frame;
  private final CurrentCaller caller;
  private final Escalations escalations;
  private final Acknowledge acknowledge;
  private final MessageStore messages;
  private final PageTime time;
  private final InstantSource clock;
  private final Template list;
  private final Template one;

  @Inject
  BreachPages(
      Frame frame,
      CurrentCaller caller,
      Escalations escalations,
      Acknowledge acknowledge,
      MessageStore messages,
      PageTime time,
      InstantSource clock,
      @Location("console/breaches") Template list,
      @Location("console/breach") Template one) {
    this.frame = frame;
    this.caller = caller;
    this.escalations = escalations;
    this.acknowledge = acknowledge;
    this.messages = messages;
    this.time = time;
    this.clock = clock;
    this.list = list;
    this.one = one;
  }

  @GET
  @Transactional
  public Response list(@QueryParam("state") @Nullable String state) {
    var wanted = Objects.toString(state, STATES.getFirst());
    if (!STATES.contains(wanted)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such state.");
    }
    var found = escalations.within(Paging.root(caller.get()), wanted, MOST_LINES);
    var told =
        messages.byIds(found.stream().map(Escalation::id).toList()).stream()
            .collect(Collectors.toMap(Message::id, Function.identity()));
    var lines = new BreachLines(frame.lines(), time);
    Map<String, Object> data = new HashMap<>();
    data.put("wanted", wanted);
    data.put("breaches", found.stream().map(it -> lines.breach(it, told.get(it.id()))).toList());
    data.put("isCut", found.size() == MOST_LINES);
    return frame.page(200, list, data);
  }

  @GET
  @Path("{id}")
  @Transactional
  public Response one(@PathParam("id") String id) {
    return page(200, found(id), null, "");
  }

  /** Where a browser asks again for the page that refused it, in the other language say. */
  @GET
  @Path("{id}/acknowledge")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    return Response.seeOther(URI.create(Links.breach(id) + Links.language(lang))).build();
  }

  @POST
  @Path("{id}/acknowledge")
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response acknowledge(
      @PathParam("id") String id,
      @FormParam("on") @Nullable String on,
      @FormParam("text") @Nullable String text) {
    var said = Objects.toString(text, "").strip();
    var day = PageTime.day(on);
    if (day.isEmpty()) {
      return page(400, found(id), frame.lines().text("breach_refused_no_day"), said);
    }
    var outcome = acknowledge.acknowledge(id, caller.get(), day.get(), said, clock.instant());
    return answer(id, outcome, said);
  }

  private Response answer(String id, Outcome outcome, String said) {
    return switch (outcome) {
      case Done done -> Response.seeOther(URI.create(Links.breach(id))).build();
      case Refused refused -> {
        var status = refused.why().type().status();
        var words = new BreachLines(frame.lines(), time).refusal(refused);
        yield page(status, found(id), words, said);
      }
    };
  }

  private Escalation found(String id) {
    return escalations
        .find(id, Paging.root(caller.get()))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "No such breach in your units."));
  }

  private Response page(int status, Escalation found, @Nullable String refused, String said) {
    var lines = new BreachLines(frame.lines(), time);
    var letter = messages.byIds(List.of(found.id())).stream().findFirst().orElse(null);
    Map<String, Object> data = new HashMap<>();
    data.put("row", lines.breach(found, letter));
    data.put("refused", Objects.toString(refused, ""));
    data.put("rungs", lines.rungs(found));
    data.put("repeat", lines.repeat(found));
    data.put("plan", lines.plan(found));
    data.put("history", escalations.history(found.id()).stream().map(lines::history).toList());
    data.put("forms", form(found, said));
    data.put("notice", letter == null ? "" : Objects.toString(letter.noticeId(), ""));
    return frame.page(status, one, data);
  }

  /** Nothing where the visitor may not take it on; an auditor never does. */
  private List<PlanForm> form(Escalation found, String said) {
    var present = caller.get();
    if (!Frame.mayAct(present) || !acknowledge.mayAcknowledge(found, present)) {
      return List.of();
    }
    var today = time.today(clock.instant());
    var most =
        present.is(Role.SUPERVISOR)
            ? ""
            : today.plusDays(found.route().longestPlan().toDays()).toString();
    return List.of(new PlanForm(today.toString(), most, said));
  }

  /**
   * The form of a plan.
   *
   * @param most empty for a supervisor, whom the policy does not bind
   */
  public record PlanForm(String least, String most, String text) {}
}
