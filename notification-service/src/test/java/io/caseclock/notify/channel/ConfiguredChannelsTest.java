package io.caseclock.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.channel.ConfiguredChannels.Entry;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.delivery.Masked;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfiguredChannelsTest {

  private static final List<String> LINE = List.of("D0102", "D01", "D");
  private static final Map<String, String> CONTACTS =
      Map.of("email", "o1@police.example", "mobile", "13800000000");

  private final Set<String> open = new HashSet<>();

  private record Quiet(String id, ChannelKind kind) implements Channel {

    @Override
    public byte[] body(Push push) {
      return new byte[0];
    }

    @Override
    public DeliveryOutcome send(Delivery delivery) {
      return new Delivered();
    }
  }

  private static Entry entry(String id, ChannelKind kind, String... units) {
    return new Entry(new Quiet(id, kind), new Coverage(Set.of(units)));
  }

  private Channels channels(Entry... entries) {
    return new ConfiguredChannels(List.of(entries), open::contains);
  }

  @Test
  void a_person_is_reached_by_what_the_contacts_name() {
    var channels = channels(entry("email", ChannelKind.EMAIL), entry("sms", ChannelKind.SMS));

    assertThat(channels.reach(ChannelKind.EMAIL, CONTACTS, LINE))
        .contains(new Address("email", ChannelKind.EMAIL, "o1@police.example"));
    assertThat(channels.reach(ChannelKind.SMS, CONTACTS, LINE))
        .contains(new Address("sms", ChannelKind.SMS, "13800000000"));
    assertThat(channels.reach(ChannelKind.EMAIL, Map.of("mobile", "13800000000"), LINE)).isEmpty();
    assertThat(channels.reach(ChannelKind.WECOM, CONTACTS, LINE)).isEmpty();
  }

  @Test
  void nothing_is_sent_to_what_is_no_address() {
    var channels = channels(entry("email", ChannelKind.EMAIL), entry("sms", ChannelKind.SMS));

    for (var bad : List.of("", "nobody", "a@b@c", "a b@c.example", "a@c.example\nBcc: d@e", "@c")) {
      assertThat(channels.reach(ChannelKind.EMAIL, Map.of("email", bad), LINE)).as(bad).isEmpty();
    }
    for (var bad : List.of("", "1234", "12-34567", "1234567890123456", "+", "138\n00000000")) {
      assertThat(channels.reach(ChannelKind.SMS, Map.of("mobile", bad), LINE)).as(bad).isEmpty();
    }
  }

  @Test
  void the_group_of_the_nearest_unit_is_told() {
    var channels =
        channels(
            entry("all", ChannelKind.WECOM),
            entry("bureau", ChannelKind.WECOM, "D"),
            entry("sub", ChannelKind.WECOM, "D01", "D02"),
            entry("other", ChannelKind.WECOM, "D0103"));

    assertThat(reached(channels, LINE)).contains("sub");
    assertThat(reached(channels, List.of("D0103", "D01", "D"))).contains("other");
    assertThat(reached(channels, List.of("D05", "D"))).contains("bureau");
    assertThat(reached(channels, List.of("X"))).contains("all");
    assertThat(reached(channels(entry("other", ChannelKind.WECOM, "D0103")), LINE)).isEmpty();
  }

  private static Optional<String> reached(Channels channels, List<String> line) {
    return channels.reach(ChannelKind.WECOM, Map.of(), line).map(Address::channel);
  }

  @Test
  void one_that_works_goes_before_a_nearer_one_that_does_not() {
    var channels =
        channels(entry("near", ChannelKind.WECOM, "D0102"), entry("far", ChannelKind.WECOM, "D"));
    assertThat(reached(channels, LINE)).contains("near");

    open.add("near");
    assertThat(reached(channels, LINE)).contains("far");
    assertThat(channels.isOpenCircuit("near")).isTrue();

    open.add("far");
    assertThat(reached(channels, LINE)).contains("near");
  }

  @Test
  void two_channels_with_one_id_are_refused() {
    assertThatThrownBy(
            () -> channels(entry("a", ChannelKind.WECOM), entry("a", ChannelKind.FEISHU)))
        .hasMessageContaining("id a");
  }

  @Test
  void addresses_are_masked_in_logs() {
    assertThat(Masked.of("zhang.san@police.example")).isEqualTo("z***@police.example");
    assertThat(Masked.of("13800001234")).isEqualTo("***1234");
    assertThat(Masked.of("1234")).isEqualTo("***");
    assertThat(Masked.of(null)).isNull();
  }
}
