package io.caseclock.notify.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.QuietChannelType;
import io.caseclock.notify.channel.email.EmailChannelType;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.notify.routing.NoOverrides;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.Routing;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifierTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");

  private final KnownPeople people =
      new KnownPeople()
          .unit("D01", null, "sub-bureau")
          .unit("D0102", "D01", "station")
          .unit("D0103", "D01", "station")
          .officer("O1", "D0102", "officer")
          .withoutContact("O2", "D0102", "officer")
          .officer("L1", "D0102", "legal-officer");
  private final RecordedMessages messages = new RecordedMessages();
  private final RoleHolders holders = new RoleHolders(people);
  private final Channels channels =
      new Channels(
          List.of(EMAIL, ROBOT, WEBHOOK),
          List.of(one("mail", EMAIL), one("group", ROBOT), one("watch", WEBHOOK, "D0102")),
          id -> false);
  private final Notifier notifier =
      new Notifier(
          messages,
          new Routing(List.of(pushing("email")), new NoOverrides(), people),
          new RecipientResolver(holders, people, channels),
          channels,
          people,
          new GroupWindow(Duration.ofSeconds(10), Duration.ofSeconds(2)),
          new ContactGapMessages(new MessageTexts(ZoneId.of("Asia/Shanghai")), holders));

  private static final QuietChannelType EMAIL =
      QuietChannelType.personal("email", EmailChannelType.CONTACT);
  private static final QuietChannelType ROBOT = QuietChannelType.group("wecom");
  private static final QuietChannelType WEBHOOK =
      new QuietChannelType("webhook", Optional.empty(), true);

  private static ConfiguredChannel one(String id, QuietChannelType type, String... units) {
    return new ConfiguredChannel(
        type, QuietChannelType.channel(id), new Coverage(Set.of(units)), OptionalInt.empty());
  }

  private static Route pushing(String... channels) {
    var step = new Step(Duration.ZERO, List.of("officer"), List.of(channels));
    return new Route(
        "all", Match.EVERYTHING, false, false, List.of(step), null, Duration.ofDays(7));
  }

  private static Message message(String unit, String officer) {
    var names = new Names("示例", "Example");
    return new Message(
        "M1",
        MessageKind.BREACH,
        unit,
        officer,
        "D1",
        null,
        "A1",
        "case/A1",
        "filing-review",
        null,
        null,
        names,
        names,
        "serious",
        "breach",
        NOW,
        null);
  }

  @Test
  void a_person_is_told_in_the_inbox_and_by_the_first_channel_that_reaches_them() {
    notifier.byPolicy(message("D0102", "O1"), NOW);

    assertThat(messages.log()).containsExactly("M1 to O1 by in-app", "M1 to O1 by mail");
  }

  @Test
  void several_of_a_group_are_told_by_its_robot_once() {
    var toRobot = pushing("wecom");

    notifier.step(message("D0102", "O1"), toRobot, toRobot.steps().getFirst(), NOW);

    assertThat(messages.log()).containsExactly("M1 to O1 by in-app", "M1 to group:group by group");
  }

  @Test
  void whom_no_channel_reaches_is_a_finding_that_is_told_once() {
    notifier.notify(message("D0102", "O2"), List.of(officer("O2")), NOW);
    notifier.notify(message("D0102", "O2"), List.of(officer("O2")), NOW);

    assertThat(messages.log()).containsOnlyOnce("gap of O2");
    assertThat(messages.log()).anyMatch(line -> line.startsWith("gap:O2:") && line.contains("L1"));
  }

  @Test
  void a_system_that_listens_to_the_unit_gets_what_is_published() {
    notifier.publish(message("D0102", "O1"), NOW);

    assertThat(messages.log()).containsExactly("M1 to group:watch by watch");
    assertThat(messages.byId("M1")).isPresent();
  }

  @Test
  void a_system_that_listens_to_another_unit_does_not() {
    notifier.publish(message("D0103", "O1"), NOW);

    assertThat(messages.log()).isEmpty();
  }

  private static Recipient officer(String id) {
    return new Recipient(id, "D0102", RecipientReason.RESPONSIBLE_OFFICER);
  }
}
