package io.caseclock.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.channel.email.EmailChannelType;
import io.caseclock.notify.channel.sms.SmsChannelType;
import io.caseclock.notify.delivery.Masked;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private static final List<String> LINE = List.of("D0102", "D01", "D");
  private static final Map<String, String> CONTACTS =
      Map.of("email", "o1@police.example", "mobile", "13800000000");

  private final Set<String> open = new HashSet<>();

  private static final ChannelType EMAIL =
      QuietChannelType.personal("email", EmailChannelType.CONTACT);
  private static final ChannelType SMS = QuietChannelType.personal("sms", SmsChannelType.CONTACT);
  private static final ChannelType WECOM = QuietChannelType.group("wecom");

  private static ConfiguredChannel entry(String id, ChannelType type, String... units) {
    return new ConfiguredChannel(
        type, QuietChannelType.channel(id), new Coverage(Set.of(units)), OptionalInt.empty());
  }

  private Channels channels(ConfiguredChannel... configured) {
    return new Channels(List.of(EMAIL, SMS, WECOM), List.of(configured), open::contains);
  }

  @Test
  void a_person_is_reached_by_what_the_contacts_name() {
    var channels = channels(entry("email", EMAIL), entry("sms", SMS));

    assertThat(channels.reach("email", CONTACTS, LINE))
        .contains(new Address("email", "email", "o1@police.example"));
    assertThat(channels.reach("sms", CONTACTS, LINE))
        .contains(new Address("sms", "sms", "13800000000"));
    assertThat(channels.reach("email", Map.of("mobile", "13800000000"), LINE)).isEmpty();
    assertThat(channels.reach("wecom", CONTACTS, LINE)).isEmpty();
  }

  @Test
  void nothing_is_sent_to_what_is_no_address() {
    var channels = channels(entry("email", EMAIL), entry("sms", SMS));

    for (var bad : List.of("", "nobody", "a@b@c", "a b@c.example", "a@c.example\nBcc: d@e", "@c")) {
      assertThat(channels.reach("email", Map.of("email", bad), LINE)).as(bad).isEmpty();
    }
    for (var bad : List.of("", "1234", "12-34567", "1234567890123456", "+", "138\n00000000")) {
      assertThat(channels.reach("sms", Map.of("mobile", bad), LINE)).as(bad).isEmpty();
    }
  }

  @Test
  void the_group_of_the_nearest_unit_is_told() {
    var channels =
        channels(
            entry("all", WECOM),
            entry("bureau", WECOM, "D"),
            entry("sub", WECOM, "D01", "D02"),
            entry("other", WECOM, "D0103"));

    assertThat(reached(channels, LINE)).contains("sub");
    assertThat(reached(channels, List.of("D0103", "D01", "D"))).contains("other");
    assertThat(reached(channels, List.of("D05", "D"))).contains("bureau");
    assertThat(reached(channels, List.of("X"))).contains("all");
    assertThat(reached(channels(entry("other", WECOM, "D0103")), LINE)).isEmpty();
  }

  private static Optional<String> reached(Channels channels, List<String> line) {
    return channels.reach("wecom", Map.of(), line).map(Address::channel);
  }

  @Test
  void one_that_works_goes_before_a_nearer_one_that_does_not() {
    var channels = channels(entry("near", WECOM, "D0102"), entry("far", WECOM, "D"));
    assertThat(reached(channels, LINE)).contains("near");

    open.add("near");
    assertThat(reached(channels, LINE)).contains("far");
    assertThat(channels.isOpenCircuit("near")).isTrue();

    open.add("far");
    assertThat(reached(channels, LINE)).contains("near");
  }

  @Test
  void two_channels_with_one_id_are_refused() {
    assertThatThrownBy(() -> channels(entry("a", WECOM), entry("a", SMS)))
        .hasMessageContaining("id a");
  }

  @Test
  void two_kinds_with_one_name_are_refused() {
    assertThatThrownBy(() -> new Channels(List.of(SMS, SMS), List.of(), open::contains))
        .hasMessageContaining("called sms");
  }

  @Test
  void whoever_listens_to_a_unit_gets_its_messages_and_those_from_below() {
    var webhook = new QuietChannelType("webhook", Optional.empty(), true);
    var channels =
        channels(entry("all", webhook), entry("sub", webhook, "D01"), entry("group", WECOM, "D01"));

    assertThat(channels.subscribers(LINE))
        .extracting(ConfiguredChannel::id)
        .containsExactly("all", "sub");
    assertThat(channels.subscribers(List.of("D05", "D")))
        .extracting(ConfiguredChannel::id)
        .containsExactly("all");
  }

  @Test
  void addresses_are_masked_in_logs() {
    assertThat(Masked.of("zhang.san@police.example")).isEqualTo("z***@police.example");
    assertThat(Masked.of("13800001234")).isEqualTo("***1234");
    assertThat(Masked.of("1234")).isEqualTo("***");
    assertThat(Masked.of(null)).isNull();
  }
}
