package io.caseclock.notify.console.escalation;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.Tab;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Outcome;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.Acknowledge.Why;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationOrder;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.escalation.query.rest.EscalationFilters;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.EscalationParameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The escalations of breaches: what was told to whom, what comes next, and who takes it on. */
@Path("/breaches")
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
public class BreachPages {

  private static final int PAGE = 50;
  private static final String FIRST_STATE = EscalationQuery.STATES.getFirst();

  private final PageContext page;
  private final PageFormat format;
  private final Escalations escalations;
  private final Acknowledge acknowledge;
  private final MessageStore messages;
  private final InstantSource clock;
  private final EscalationFilters filters;

  @Inject
  BreachPages(
      PageContext page,
      PageFormat format,
      Escalations escalations,
      Acknowledge acknowledge,
      MessageStore messages,
      InstantSource clock,
      EscalationFilters filters) {
    this.filters = filters;
    this.page = page;
    this.format = format;
    this.escalations = escalations;
    this.acknowledge = acknowledge;
    this.messages = messages;
    this.clock = clock;
  }

  @GET
  @Transactional
  public Response list(
      @BeanParam EscalationParameters query,
      @QueryParam("state") @Nullable String state,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after) {
    var root = page.root();
    var asked = query.ofForm();
    var wanted = EscalationFilters.state(Blank.dropped(state)).orElse(FIRST_STATE);
    var filter = filters.filter(asked, root);
    var order = EscalationFilters.order(Blank.dropped(sort));
    var place = Optional.ofNullable(after).map(EscalationFilters::cursor);
    var found =
        escalations.page(
            new EscalationQuery(root, Optional.of(wanted), filter, order, place, PAGE));
    var told = messages.byIds(found.escalations().stream().map(Escalation::id).toList());
    return page.show(
        200,
        new BreachList(
            wanted,
            tabs(wanted, escalations.counts(root, filter)),
            asked,
            orders(),
            order.wire(),
            found.escalations().stream().map(it -> line(it, told.get(it.id()))).toList(),
            texts().nothing(wanted),
            found.next().map(EscalationFilters::text).orElse("")));
  }

  private List<Tab> tabs(String current, Map<String, Long> counts) {
    var parameters = page.parameters().without("after").without("lang").without("theme");
    return EscalationQuery.STATES.stream()
        .map(
            state -> {
              var href = parameters.with("state", state).behind("/breaches");
              var count = counts.getOrDefault(state, 0L);
              return Tab.of(texts().state(state), count, href, state.equals(current));
            })
        .toList();
  }

  private List<Choice> orders() {
    return Arrays.stream(EscalationOrder.values())
        .map(order -> new Choice(order.wire(), texts().order(order)))
        .toList();
  }

  @GET
  @Path("{id}")
  @Transactional
  public Response one(@PathParam("id") String id) {
    return page(200, found(id), "", Entered.NOTHING);
  }

  @GET
  @Path("{id}/acknowledge")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    return Links.back(Links.breach(id), lang);
  }

  @POST
  @Path("{id}/acknowledge")
  @Transactional
  @RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
  public Response acknowledge(
      @PathParam("id") String id,
      @FormParam("on") @Nullable String on,
      @FormParam("text") @Nullable String text) {
    var said = Forms.text(text);
    var day = Forms.day(on);
    if (day.isEmpty()) {
      return page(400, found(id), texts().noDay(), new Entered(said, Forms.text(on)));
    }
    var outcome = acknowledge.acknowledge(id, page.caller(), day.get(), said, clock.instant());
    return answer(id, outcome, new Entered(said, Forms.text(on)));
  }

  private Response answer(String id, Outcome outcome, Entered entered) {
    return switch (outcome) {
      case Done done -> Links.to(Links.breach(id));
      case Refused refused ->
          page(refused.why().type().status(), found(id), refusal(refused), entered);
    };
  }

  /** The refusal in words; whoever was faster is named. */
  private String refusal(Refused refused) {
    var present = refused.present();
    return refused.why() == Why.STATE_FORBIDS
            && present != null
            && present.state() instanceof Acknowledged first
        ? texts()
            .takenAlready(
                format.officer(first.by()),
                format.moment(first.at(), present.zone()),
                format.until(first.planOn(), present.zone()))
        : texts().refused(refused.why());
  }

  private EscalationTexts texts() {
    return page.texts(EscalationTexts.class);
  }

  private Escalation found(String id) {
    return escalations
        .find(id, page.root())
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "No such breach in your units."));
  }

  /** What the form held when it was sent. */
  private record Entered(String text, String on) {

    static final Entered NOTHING = new Entered("", "");

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Entered[" + on + "]";
    }
  }

  private Response page(int status, Escalation found, String refused, Entered entered) {
    var message = messages.byId(found.id()).orElse(null);
    return page.show(
        status,
        new BreachDetail(
            line(found, message),
            refused,
            found.state() instanceof Acknowledged plan ? plan : null,
            escalations.history(found.id()),
            form(found, entered),
            message == null ? null : message.noticeId()));
  }

  /**
   * An escalation with the message that told its breach.
   *
   * @param message null where it is not kept any more
   */
  private BreachLine line(Escalation escalation, @Nullable Message message) {
    return message == null
        ? new BreachLine(escalation, escalation.deadlineId(), "ordinary", null, next(escalation))
        : new BreachLine(
            escalation,
            format.withoutKind(message.title()),
            message.severity(),
            message.dueAt(),
            next(escalation));
  }

  /** What comes next, and when. */
  private String next(Escalation escalation) {
    return switch (escalation.state()) {
      case Climbing climbing -> nextTold(escalation);
      case Acknowledged plan -> texts().nextPlan(format.until(plan.planOn(), escalation.zone()));
      case Ended ended ->
          texts()
              .nextEnded(
                  page.texts(CommonTexts.class).superseded(ended.why()),
                  format.moment(ended.at(), escalation.zone()));
    };
  }

  private String nextTold(Escalation escalation) {
    var step = escalation.step();
    var at = escalation.nextAt();
    if (step.isEmpty() || at == null) {
      return texts().nextNothing();
    }
    var roles = format.roles(step.get().roles());
    return escalation.isRepeating()
        ? texts().nextRepeat(format.moment(at, escalation.zone()), roles)
        : texts().nextStep(format.moment(at, escalation.zone()), roles);
  }

  /** Null where the visitor may not take it on; an auditor never does. */
  private @Nullable PlanForm form(Escalation found, Entered entered) {
    var present = page.caller();
    if (!page.mayAct() || !acknowledge.mayAcknowledge(found, present, clock.instant())) {
      return null;
    }
    var today = acknowledge.today(found, clock.instant());
    var most =
        present.is(Role.SUPERVISOR)
            ? ""
            : today.plusDays(found.route().longestPlan().toDays()).toString();
    return new PlanForm(today.toString(), most, entered.text(), entered.on());
  }

  /**
   * The form of a plan.
   *
   * @param most empty for a supervisor, whom the policy does not bind
   */
  record PlanForm(String least, String most, String text, String on) {}

  /**
   * Breaches of one state.
   *
   * @param asked the filter, as it was entered
   * @param nothing what would stand here
   * @param next the place of the page behind; empty on the last
   */
  @CheckedTemplate(basePath = "escalation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record BreachList(
      String wanted,
      List<Tab> tabs,
      EscalationParameters asked,
      List<Choice> orders,
      String order,
      List<BreachLine> breaches,
      String nothing,
      String next)
      implements TemplateInstance {}

  /**
   * A breach.
   *
   * @param refused why it was not taken on; empty where nobody tried
   * @param plan that holds; null where there is none
   * @param form null where the visitor may not take it on
   * @param noticeId null where there is no notice about it
   */
  @CheckedTemplate(basePath = "escalation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record BreachDetail(
      BreachLine row,
      String refused,
      @Nullable Acknowledged plan,
      List<Line> history,
      @Nullable PlanForm form,
      @Nullable String noticeId)
      implements TemplateInstance {}

  /** Why an escalation ended; null for a line of its history that tells something else. */
  @TemplateExtension
  static @Nullable Superseded endedFor(Line line) {
    return line.what().equals("ended") ? Superseded.ofWire(line.text()) : null;
  }
}
