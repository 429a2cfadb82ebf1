package io.caseclock.notify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.pipeline.MessageGroup.Shape;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silence.Covers;
import io.caseclock.pack.CalendarYear;
import io.caseclock.time.OfficeHours;
import io.caseclock.time.WorkingCalendar;
import io.caseclock.time.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A Thursday, 20:00 in Shanghai; Friday is declared a day off, Saturday a working day. */
  private static final Instant EVENING = Instant.parse("2026-03-12T12:00:00Z");

  private static final Instant SATURDAY_MORNING = Instant.parse("2026-03-14T00:30:00Z");
  private static final Instant LATER = EVENING.plusSeconds(10);

  private final Pipeline pipeline =
      new Pipeline(
          List.of(
              new Deduplicate(),
              new Inhibit(),
              new Silenced(),
              new GroupWindow(Duration.ofSeconds(10), Duration.ofSeconds(2)),
              new Digest(
                  new WorkingDayStart(
                      message ->
                          new WorkingTime(
                              new WorkingCalendar("test", List.of(turnedWeekend())),
                              SHANGHAI,
                              OfficeHours.USUAL),
                      LocalTime.of(8, 30)))),
          Duration.ofMinutes(1));

  private static CalendarYear turnedWeekend() {
    return new CalendarYear(
        2026,
        "示例通知",
        false,
        Map.of(
            LocalDate.parse("2026-03-13"),
            new CalendarYear.NamedDay("示例节", false),
            LocalDate.parse("2026-03-14"),
            new CalendarYear.NamedDay("示例节", true)));
  }

  private static Sample breach(String id) {
    return new Sample(id);
  }

  private static Sample warning(String id) {
    return new Sample(id).kind(MessageKind.WARNING).stage("before-P1D");
  }

  private PipelineResult sorted(Instant now, Sample... messages) {
    return pipeline.run(mailbox(now, messages));
  }

  private static MailboxState mailbox(Instant now, Sample... messages) {
    var waiting = Arrays.stream(messages).map(Sample::pending).toList();
    return new MailboxState(now, waiting, List.of(), 0, 10, false, false);
  }

  private static List<String> ids(MessageGroup group) {
    return group.messages().stream().map(pending -> pending.message().id()).toList();
  }

  private static List<String> held(PipelineResult sorted) {
    return sorted.held().stream()
        .map(one -> one.pending().message().id() + " " + one.verdict().reason().wire())
        .toList();
  }

  private static List<String> dropped(PipelineResult sorted) {
    return sorted.dropped().stream()
        .map(one -> one.pending().message().id() + " " + one.reason().wire())
        .toList();
  }

  @Nested
  class Grouping {

    @Test
    void a_message_waits_for_company_until_its_window_ends() {
      assertThat(held(sorted(LATER.minusNanos(1), breach("A")))).containsExactly("A grouping");
      assertThat(sorted(LATER, breach("A")).groups()).hasSize(1);
      assertThat(sorted(LATER.plusNanos(1), breach("A")).groups()).hasSize(1);
    }

    @Test
    void what_is_critical_has_a_shorter_window() {
      var soon = EVENING.plusSeconds(2);

      assertThat(held(sorted(soon.minusNanos(1), breach("A").critical()))).hasSize(1);
      assertThat(sorted(soon, breach("A").critical()).groups()).hasSize(1);
    }

    @Test
    void a_thousand_breaches_of_a_unit_are_one_message() {
      var messages =
          IntStream.range(0, 1_000).mapToObj(n -> breach("B" + n)).toArray(Sample[]::new);

      var sorted = sorted(LATER, messages);

      assertThat(sorted.groups()).hasSize(1);
      assertThat(sorted.groups().getFirst().shape()).isEqualTo(Shape.GROUP);
      assertThat(sorted.groups().getFirst().messages()).hasSize(1_000);
    }

    @Test
    void who_comes_later_joins_the_message_that_goes_out_now() {
      var sorted = sorted(LATER, breach("A"), breach("B").queuedAt(LATER.minusSeconds(1)));

      assertThat(ids(sorted.groups().getFirst())).containsExactly("A", "B");
    }

    @Test
    void each_unit_has_a_message_of_its_own_and_does_not_wait_for_the_other() {
      var other = breach("B").unit("D0103").queuedAt(LATER.minusSeconds(1));

      var sorted = sorted(LATER, breach("A"), other);

      assertThat(sorted.groups()).extracting(PipelineTest::ids).containsExactly(List.of("A"));
      assertThat(held(sorted)).containsExactly("B grouping");
      assertThat(sorted(LATER.plusSeconds(20), breach("A"), other).groups()).hasSize(2);
    }

    @Test
    void a_message_is_as_grave_as_its_gravest_message_and_of_the_most_pressing_kind() {
      var sorted = sorted(LATER, warning("A").severity("grave").deadline("D9"), breach("B"));

      assertThat(sorted.groups())
          .extracting(MessageGroup::level, MessageGroup::kind)
          .containsExactly(tuple("grave", MessageKind.BREACH));
    }
  }

  @Nested
  class Inhibiting {

    @Test
    void a_breach_hides_the_warning_of_the_same_deadline() {
      var sorted = sorted(LATER, warning("W").deadline("D1"), breach("B").deadline("D1"));

      assertThat(dropped(sorted)).containsExactly("W inhibited");
      assertThat(ids(sorted.groups().getFirst())).containsExactly("B");
    }

    @Test
    void a_breach_of_another_deadline_hides_nothing() {
      assertThat(dropped(sorted(LATER, warning("W").deadline("D1"), breach("B").deadline("D2"))))
          .isEmpty();
    }

    @Test
    void what_was_overtaken_is_not_told_any_more() {
      assertThat(dropped(sorted(LATER, breach("B").overtaken()))).containsExactly("B inhibited");
    }

    @Test
    void of_two_messages_about_one_stage_the_newer_one_is_told() {
      var older = warning("W1").deadline("D1");
      var newer = warning("W2").deadline("D1").queuedAt(EVENING.plusSeconds(1));

      assertThat(dropped(sorted(LATER, older, newer))).containsExactly("W1 duplicate");
      assertThat(dropped(sorted(LATER, newer, older))).containsExactly("W1 duplicate");
    }
  }

  @Nested
  class Digesting {

    @Test
    void what_is_not_critical_waits_for_the_next_working_day_by_the_calendar() {
      var message = warning("W").digest();

      var before = sorted(SATURDAY_MORNING.minusNanos(1), message);

      assertThat(held(before)).containsExactly("W digest");
      assertThat(before.held().getFirst().verdict().until()).isEqualTo(SATURDAY_MORNING);
      assertThat(sorted(SATURDAY_MORNING, message).groups()).hasSize(1);
    }

    @Test
    void what_was_queued_in_the_morning_waits_for_the_same_morning() {
      var six = Instant.parse("2026-03-11T22:00:00Z");
      var message = warning("W").digest().queuedAt(six);

      assertThat(held(sorted(six.plusSeconds(60), message))).containsExactly("W digest");
      assertThat(sorted(Instant.parse("2026-03-12T00:30:00Z"), message).groups()).hasSize(1);
    }

    @Test
    void nothing_waits_past_its_due_instant() {
      var message = warning("W").digest();

      assertThat(sorted(LATER, message.due(SATURDAY_MORNING)).groups()).hasSize(1);
      assertThat(held(sorted(LATER, message.due(SATURDAY_MORNING.plusNanos(1))))).hasSize(1);
    }

    @Test
    void what_was_held_back_is_one_digest_whatever_the_units() {
      var sorted =
          sorted(
              SATURDAY_MORNING,
              warning("A").digest().deadline("D1").after(Reason.DIGEST),
              warning("B").digest().deadline("D2").unit("D0103").after(Reason.DIGEST));

      assertThat(sorted.groups())
          .extracting(MessageGroup::shape, PipelineTest::ids)
          .containsExactly(tuple(Shape.DIGEST, List.of("A", "B")));
    }
  }

  @Nested
  class Budgeting {

    private final Sample[] three = {
      breach("A").unit("U1"), breach("B").unit("U2"), breach("C").unit("U3")
    };

    private PipelineResult with(int sent, Sample... messages) {
      var state = mailbox(LATER, messages);
      return pipeline.run(
          new MailboxState(LATER, state.pending(), List.of(), sent, 10, false, false));
    }

    @Test
    void what_is_over_the_budget_of_the_hour_waits_for_the_next_one() {
      assertThat(with(7, three).groups()).hasSize(3);
      assertThat(held(with(8, three))).containsExactly("C budget");
      assertThat(held(with(10, three))).containsExactly("A budget", "B budget", "C budget");
      assertThat(with(10, three).held())
          .allMatch(one -> one.verdict().until().equals(Instant.parse("2026-03-12T13:00:00Z")));
    }

    @Test
    void the_overflow_goes_out_as_one_digest() {
      var overflow =
          Arrays.stream(three).map(one -> one.after(Reason.BUDGET)).toArray(Sample[]::new);

      assertThat(with(0, overflow).groups())
          .extracting(MessageGroup::shape, PipelineTest::ids)
          .containsExactly(tuple(Shape.DIGEST, List.of("A", "B", "C")));
    }

    @Test
    void what_is_critical_is_never_over_the_budget() {
      assertThat(with(99, breach("A").critical()).groups()).hasSize(1);
    }
  }

  @Nested
  class Silencing {

    private final Silence silence =
        new Silence(
            "S1",
            "D0102",
            new Covers(null, null, null, null, null),
            "演练",
            "L1",
            List.of("D0102", "D01"),
            EVENING,
            EVENING,
            SATURDAY_MORNING,
            "L9",
            EVENING,
            null,
            null);

    private PipelineResult with(Silence one, Instant now, Sample... messages) {
      return pipeline.run(
          new MailboxState(
              now, mailbox(now, messages).pending(), List.of(one), 0, 10, false, false));
    }

    @Test
    void what_is_silenced_waits_until_the_silence_ends() {
      var sorted = with(silence, LATER, breach("A"));

      assertThat(held(sorted)).containsExactly("A silenced");
      assertThat(sorted.held().getFirst().verdict().until()).isEqualTo(SATURDAY_MORNING);
      assertThat(with(silence, SATURDAY_MORNING, breach("A")).groups()).hasSize(1);
    }

    @Test
    void a_breach_is_never_hidden_from_those_above_the_author() {
      assertThat(with(silence, LATER, breach("A").postedAt("D01")).groups()).hasSize(1);
      assertThat(held(with(silence, LATER, warning("A").postedAt("D01"))))
          .containsExactly("A silenced");
    }

    @Test
    void a_silence_nobody_has_approved_hides_nothing() {
      var proposed =
          new Silence(
              "S2",
              "D0102",
              silence.covers(),
              "演练",
              "L1",
              silence.authorLine(),
              EVENING,
              EVENING,
              SATURDAY_MORNING,
              null,
              null,
              null,
              null);

      assertThat(with(proposed, LATER, breach("A")).groups()).hasSize(1);
    }

    @Test
    void another_unit_is_not_silent() {
      assertThat(with(silence, LATER, breach("A").unit("D0103")).groups()).hasSize(1);
    }
  }

  @Test
  void while_a_channel_fails_everything_waits_and_nothing_is_lost() {
    var waiting = mailbox(LATER, breach("A"), breach("B")).pending();

    var sorted = pipeline.run(new MailboxState(LATER, waiting, List.of(), 0, 10, true, false));

    assertThat(sorted.groups()).isEmpty();
    assertThat(held(sorted)).containsExactly("A circuit-open", "B circuit-open");
  }

  @Test
  void a_channel_that_takes_each_alone_gets_each_at_once_and_by_itself() {
    var waiting = Stream.of(breach("A"), breach("B")).map(Sample::pending).toList();

    var sorted = pipeline.run(new MailboxState(EVENING, waiting, List.of(), 0, 10, false, true));

    assertThat(sorted.groups())
        .extracting(PipelineTest::ids)
        .containsExactly(List.of("A"), List.of("B"));
  }

  @Test
  void what_is_over_the_budget_of_such_a_channel_waits_as_well() {
    var waiting = Stream.of(breach("A"), breach("B")).map(Sample::pending).toList();

    var sorted = pipeline.run(new MailboxState(EVENING, waiting, List.of(), 9, 10, false, true));

    assertThat(sorted.groups()).extracting(PipelineTest::ids).containsExactly(List.of("A"));
    assertThat(held(sorted)).containsExactly("B budget");
  }

  @Test
  void every_message_comes_out_exactly_once() {
    var sorted =
        sorted(
            LATER,
            breach("A").deadline("D1"),
            warning("B").deadline("D1"),
            warning("C").digest(),
            breach("D").unit("D0103").queuedAt(LATER));

    List<String> all = new ArrayList<>();
    sorted.groups().forEach(envelope -> all.addAll(ids(envelope)));
    sorted.held().forEach(one -> all.add(one.pending().message().id()));
    sorted.dropped().forEach(one -> all.add(one.pending().message().id()));
    assertThat(all).containsExactlyInAnyOrder("A", "B", "C", "D");
  }

  /** A message to S1, with what a test is about; each call changes it and gives it back. */
  private static final class Sample {

    private final String id;
    private MessageKind kind = MessageKind.BREACH;
    private String unit = "D0102";
    private String postedAt = "D0102";
    private @Nullable String deadline;
    private String severity = "serious";
    private String stage = "breach";
    private @Nullable Instant dueAt;
    private Instant queued = EVENING;
    private Reason lastReason = Reason.NEW;
    private boolean isCritical;
    private boolean isDigest;
    private boolean holds = true;

    Sample(String id) {
      this.id = id;
    }

    Sample kind(MessageKind other) {
      kind = other;
      return this;
    }

    Sample unit(String other) {
      unit = other;
      return this;
    }

    Sample postedAt(String other) {
      postedAt = other;
      return this;
    }

    Sample deadline(String other) {
      deadline = other;
      return this;
    }

    Sample severity(String other) {
      severity = other;
      return this;
    }

    Sample stage(String other) {
      stage = other;
      return this;
    }

    Sample due(Instant other) {
      dueAt = other;
      return this;
    }

    Sample queuedAt(Instant other) {
      queued = other;
      return this;
    }

    Sample after(Reason other) {
      lastReason = other;
      return this;
    }

    Sample critical() {
      isCritical = true;
      return this;
    }

    Sample digest() {
      isDigest = true;
      return this;
    }

    Sample overtaken() {
      holds = false;
      return this;
    }

    PendingMessage pending() {
      return new PendingMessage(message(), recipient(), List.of(unit, "D01"), holds, lastReason);
    }

    private Message message() {
      var names = new Names(id, id);
      return new Message(
          id,
          kind,
          unit,
          null,
          deadline,
          null,
          "A1",
          "case/A1",
          "filing-review",
          "case-closing",
          null,
          names,
          names,
          severity,
          stage,
          dueAt,
          null);
    }

    private MessageRecipient recipient() {
      return new MessageRecipient(
          id,
          "S1",
          "email",
          postedAt,
          RecipientReason.SUPERVISOR_ABOVE,
          isCritical,
          isDigest,
          List.of(),
          queued,
          queued);
    }
  }
}
