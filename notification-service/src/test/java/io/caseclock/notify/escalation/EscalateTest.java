package io.caseclock.notify.escalation;

import static io.caseclock.notify.escalation.EscalationsInMemory.OPENED;
import static io.caseclock.notify.escalation.EscalationsInMemory.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.pipeline.ContactGapMessages;
import io.caseclock.notify.pipeline.GroupWindow;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.pipeline.Notifier.Told;
import io.caseclock.notify.pipeline.RecordedMessages;
import io.caseclock.notify.routing.ChosenRoute;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.notify.routing.NoOverrides;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.RoutedRecipient;
import io.caseclock.notify.routing.Routing;
import io.caseclock.pack.Lead;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalateTest {

  private static final Message BREACH =
      new Message(
          "B1",
          MessageKind.BREACH,
          "D0102",
          "O1",
          "D1",
          null,
          "A1",
          "case/A1",
          "filing-review",
          "closing",
          null,
          new Names("立案审查期限已超期", "Filing review is overdue"),
          new Names("请处理", "Please act"),
          "serious",
          "breach",
          OPENED,
          null);

  private static final Told TOLD =
      new Told(
          new ChosenRoute(route(null), "D01"),
          List.of(
              new RoutedRecipient(
                  new Recipient("O1", "D0102", RecipientReason.RESPONSIBLE_OFFICER),
                  "officer",
                  null,
                  List.of(),
                  false)));

  private final EscalationsInMemory escalations = new EscalationsInMemory();
  private final RecordedMessages messages = new RecordedMessages();
  private final Escalate escalate = escalate();

  /** O1 and legal officer L1 are at the station, supervisor S1 is at the bureau above. */
  private Escalate escalate() {
    var people =
        new KnownPeople()
            .unit("D01", null, "bureau")
            .unit("D0102", "D01", "station")
            .officer("O1", "D0102", "officer")
            .officer("L1", "D0102", "legal-officer")
            .officer("S1", "D01", "supervisor");
    var holders = new RoleHolders(people);
    var channels = new Channels(List.of(), List.of(), id -> false);
    var texts = new MessageTexts(ZoneId.of("Asia/Shanghai"));
    var notifier =
        new Notifier(
            messages,
            new Routing(List.of(), new NoOverrides(), people),
            new RecipientResolver(holders, people, channels),
            channels,
            people,
            new GroupWindow(Duration.ZERO, Duration.ZERO),
            new ContactGapMessages(texts, holders));
    return new Escalate(
        escalations,
        notifier,
        messages,
        escalations,
        texts,
        message -> EscalationsInMemory.TIME,
        new BatchCache());
  }

  private Escalation opened() {
    messages.keep(BREACH, OPENED);
    escalate.open(BREACH, "D1", TOLD, OPENED);
    return present();
  }

  private Escalation present() {
    return escalations.locked("B1").orElseThrow();
  }

  private int after(long hours) {
    return escalate.takeDueSteps(100, OPENED.plus(Duration.ofHours(hours)));
  }

  private String acknowledged() {
    var plan = new Acknowledged("P1", "O1", "officer", OPENED, LocalDate.EPOCH, "补办");
    escalations.change(
        present().acknowledged(plan),
        new Escalations.Line("acknowledged", OPENED, List.of(), "O1", "officer", "补办"));
    return plan.plan();
  }

  @Test
  void an_escalation_freezes_its_policy_and_notes_whom_the_first_step_told() {
    var escalation = opened();

    assertThat(escalation.route()).isEqualTo(route(null));
    assertThat(escalation.setBy()).isEqualTo("D01");
    assertThat(escalation.nextAt()).isEqualTo(OPENED.plus(Duration.ofHours(4)));
    assertThat(escalations.history("B1").getFirst().people()).containsExactly("O1");
    assertThat(messages.log()).isEmpty();
  }

  @Test
  void the_same_breach_again_opens_nothing_again() {
    var first = opened();

    assertThat(opened()).isEqualTo(first);
    assertThat(escalations.history(first)).containsExactly("told");
  }

  @Test
  void where_nobody_acts_each_step_is_told_when_its_time_has_come_and_once() {
    opened();

    assertThat(after(3)).isZero();
    assertThat(after(4)).isEqualTo(1);
    assertThat(after(5)).isZero();
    assertThat(after(24)).isEqualTo(1);
    assertThat(after(10_000)).isZero();

    assertThat(messages.log()).containsExactly("B1 to L1 by in-app", "B1 to S1 by in-app");
    assertThat(escalations.history(present())).containsExactly("told", "told", "told");
    assertThat(escalations.history("B1").getLast().people()).containsExactly("S1");
  }

  @Test
  void after_the_last_step_it_is_said_again_as_a_reminder_that_replaces_the_one_before() {
    var repeat = new Repeat(Duration.ofHours(10), Duration.ofHours(20), 2);
    messages.keep(BREACH, OPENED);
    escalate.open(BREACH, "D1", new Told(new ChosenRoute(route(repeat), null), List.of()), OPENED);
    after(4);
    after(24);
    messages.log().clear();

    after(34);
    after(54);
    after(10_000);

    assertThat(messages.log())
        .containsExactly(
            "D1 superseded: newer-warning",
            "B1:again:1 to S1 by in-app",
            "D1 superseded: newer-warning",
            "B1:again:2 to S1 by in-app");
    assertThat(escalations.history(present()))
        .containsExactly("told", "told", "told", "repeated", "repeated");
  }

  @Test
  void an_escalation_whose_message_is_gone_tells_nobody() {
    escalations.add(
        EscalationsInMemory.ofBreach("B2"),
        new Escalations.Line("told", OPENED, List.of(), null, null, ""));

    assertThat(after(24)).isEqualTo(1);
    assertThat(messages.log()).isEmpty();
  }

  /** OPENED is midnight before a Friday; the office works from nine to five on weekdays. */
  @Test
  void a_step_in_working_time_that_is_held_up_waits_until_the_office_opens() {
    openInWorkingTime();

    assertThat(after(90)).isEqualTo(1);
    assertThat(messages.log()).isEmpty();
    assertThat(after(104)).isZero();
    assertThat(after(105)).isEqualTo(1);

    // Due on Monday at nine, seen on Monday at 18:00, told on Tuesday at nine.
    assertThat(messages.log()).containsExactly("B1 to S1 by in-app");
    assertThat(escalations.history(present())).containsExactly("told", "told");
  }

  @Test
  void a_plan_that_comes_to_nothing_on_a_rest_day_goes_on_when_the_office_opens() {
    openInWorkingTime();
    var plan = acknowledged();
    escalate.planPassed(plan, OPENED.plus(Duration.ofHours(24)));

    after(24);

    assertThat(messages.log()).isEmpty();
    assertThat(present().nextAt()).isEqualTo(OPENED.plus(Duration.ofHours(81)));
    assertThat(present().state()).isEqualTo(new Climbing());
  }

  private void openInWorkingTime() {
    var steps =
        List.of(
            new Step(Duration.ZERO, List.of("officer"), List.of()),
            new Step(Lead.parse("1 working-days"), List.of("supervisor"), List.of()));
    var route = new Route("w", Match.EVERYTHING, false, false, steps, null, Route.LONGEST_PLAN);
    messages.keep(BREACH, OPENED);
    escalate.open(BREACH, "D1", new Told(new ChosenRoute(route, null), List.of()), OPENED);
  }

  @Test
  void who_has_taken_it_on_is_left_alone_until_the_plan_date_passes() {
    opened();
    var plan = acknowledged();

    assertThat(after(24)).isZero();
    escalate.planPassed("other", OPENED);
    assertThat(present().state()).isInstanceOf(Acknowledged.class);
    escalate.planPassed(plan, OPENED.plus(Duration.ofHours(30)));
    assertThat(present().state()).isEqualTo(new Climbing());
    after(30);

    assertThat(messages.log()).containsExactly("B1 to L1 by in-app");
    assertThat(escalations.history(present()))
        .containsExactly("told", "acknowledged", "plan-passed", "told");
  }

  @Test
  void a_deadline_no_longer_in_breach_ends_it_and_its_plan() {
    opened();
    var plan = acknowledged();

    escalate.end("D1", Superseded.MET_LATE, OPENED);
    escalate.end("D1", Superseded.CANCELLED, OPENED);

    assertThat(present().state()).isEqualTo(new Ended(Superseded.MET_LATE, OPENED));
    assertThat(escalations.plans).containsExactly("over " + plan + " met-late");
    assertThat(escalations.history("B1").getLast().text()).isEqualTo("met-late");
    assertThat(after(24)).isZero();
  }

  @Test
  void without_a_plan_the_monitor_hears_of_no_plan() {
    opened();

    escalate.end("D1", Superseded.MOVED, OPENED);
    escalate.end("unknown", Superseded.MOVED, OPENED);

    assertThat(present().state()).isEqualTo(new Ended(Superseded.MOVED, OPENED));
    assertThat(escalations.plans).isEmpty();
  }
}
