package io.caseclock.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.Push.About;
import io.caseclock.notify.message.MessageTexts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every channel does, whatever stands at its other end. */
public abstract class ChannelBehaviour {

  /** How the other end behaves. */
  public enum OtherEnd {
    TAKES,
    REFUSES,
    /** Accepts the connection and never answers. */
    IS_SILENT,
    /** Closes the connection once it has the message. */
    BREAKS_OFF,
    /** Takes the message, begins to say so, and says no more. */
    TAKES_AND_HANGS,
    /** Takes the message and answers without end. */
    ANSWERS_WITHOUT_END,
    /** Nobody is there at all. */
    IS_AWAY;

    /** How long a channel waits for it: an end that does answer may be slow on a busy machine. */
    public Duration patience() {
      return switch (this) {
        case IS_SILENT, TAKES_AND_HANGS, ANSWERS_WITHOUT_END -> Duration.ofMillis(1_500);
        case TAKES, REFUSES, BREAKS_OFF, IS_AWAY -> Duration.ofSeconds(20);
      };
    }
  }

  protected static final Instant NOW = Instant.parse("2026-03-13T04:00:00.123Z");
  protected static final URI CONSOLE = URI.create("http://console.example");
  protected static final PushText TEXT =
      new PushText(new MessageTexts(ZoneId.of("Asia/Shanghai"))::say, CONSOLE);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Push PUSH = new Push("M1", "grave", "breach", 3, "/messages/M1", NOW);

  /** The channel under test, whose other end behaves as told. */
  protected abstract Channel channel(OtherEnd otherEnd) throws Exception;

  /** Where this kind of channel reaches the addressee. */
  protected abstract @Nullable String to();

  /** All that arrived, each in full: headers, address line and content. */
  protected abstract List<String> arrived() throws Exception;

  /** What in an arrival tells a receiver that it has it already. */
  protected abstract String identity(String arrival);

  @Test
  void a_push_is_delivered_once() throws Exception {
    assertThat(send(OtherEnd.TAKES)).isEqualTo(new Delivered());

    assertThat(arrived()).hasSize(1);
  }

  @Test
  void it_holds_an_id_a_level_and_a_link_but_no_names_and_no_case() throws Exception {
    send(OtherEnd.TAKES);

    assertThat(arrived().getFirst())
        .contains("/messages/M1")
        .doesNotContain("虚构", "O-7731", "A4501", "D0102");
  }

  /** Only a channel that takes each message alone tells anything about it, and then identifiers. */
  @Test
  void what_it_is_told_about_a_message_does_not_leave_by_it() throws Exception {
    var about = new About("D0102", "A4501", "case/A4501", "DL-88", null, "breach");
    var push = new Push("M1", "grave", "breach", 1, "/messages/M1", NOW, about);

    var body = utf8(channel(OtherEnd.TAKES).body(push));

    if (tellsIdentifiers()) {
      assertThat(body).contains("A4501", "DL-88");
    } else {
      assertThat(body).doesNotContain("D0102", "A4501", "DL-88");
    }
  }

  /** Whether its receiver is a system that gets the identifiers of a single message. */
  protected boolean tellsIdentifiers() {
    return false;
  }

  @Test
  void the_same_push_gives_the_same_bytes() throws Exception {
    var channel = channel(OtherEnd.TAKES);

    assertThat(channel.body(PUSH)).isEqualTo(channel.body(PUSH)).isNotEmpty();
  }

  @Test
  void a_repetition_is_recognised_as_one() throws Exception {
    var channel = channel(OtherEnd.TAKES);
    channel.send(delivery(channel, 1));
    channel.send(delivery(channel, 2));

    assertThat(arrived().stream().map(this::identity)).doesNotContain("").hasSize(2);
    assertThat(arrived().stream().map(this::identity).distinct()).hasSize(1);
  }

  @Test
  void a_refusal_is_a_failure_and_never_thrown() throws Exception {
    assertThat(send(OtherEnd.REFUSES)).isInstanceOf(Failed.class);
  }

  @Test
  void a_channel_prints_its_id_and_no_secret() throws Exception {
    var channel = channel(OtherEnd.TAKES);

    assertThat(channel.toString()).contains(channel.id()).doesNotContain("not-a-real");
  }

  /** Sends, and holds that it took no longer than a channel may. */
  protected final DeliveryOutcome send(OtherEnd otherEnd) throws Exception {
    var channel = channel(otherEnd);
    var start = System.nanoTime();
    var outcome = channel.send(delivery(channel, 1));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    return outcome;
  }

  protected final Delivery delivery(Channel channel, int attempt) {
    return delivery(channel, attempt, "M1");
  }

  protected final Delivery delivery(Channel channel, int attempt, String id) {
    return new Delivery(
        id + ":" + channel.id(),
        channel.id(),
        "O-7731",
        to(),
        "D0102",
        "breach",
        "grave",
        3,
        null,
        null,
        NOW,
        attempt,
        channel.body(PUSH));
  }

  protected static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
