package io.caseclock.notify.channel.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeishuChannelTest extends RobotBehaviour {

  private static final String SIGN = "byxM2BE8AUhbCqHisKhuj70VEvIZs+uuqQfpx+l+3Q4=";

  @Override
  protected Channel channel(URI url, HttpPoster post) {
    return new RobotChannel(
        "group",
        RobotFormat.FEISHU,
        new Target(url),
        Optional.of(ROBOT_SECRET),
        TEXT,
        post,
        () -> NOW);
  }

  @Override
  protected String codeMember() {
    return "code";
  }

  @Override
  protected int wrongSignature() {
    return 19021;
  }

  @Test
  void the_message_has_the_published_form_and_is_signed_inside() throws Exception {
    send(OtherEnd.TAKES);

    assertThat(json())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "timestamp",
                "1773374400",
                "sign",
                SIGN,
                "msg_type",
                "text",
                "content",
                Map.of("text", LINES)));
  }

  @Test
  void the_signature_is_that_of_any_other_implementation() {
    assertThat(
            Json.object(
                RobotFormat.FEISHU.body("{}".getBytes(StandardCharsets.UTF_8), NOW, ROBOT_SECRET)))
        .containsEntry("sign", SIGN);
  }

  @Test
  void without_a_secret_it_is_not_signed() throws Exception {
    var server = start(OtherEnd.TAKES, taken(), refused());
    var channel =
        new RobotChannel(
            "group",
            RobotFormat.FEISHU,
            new Target(server.url("/x")),
            Optional.empty(),
            TEXT,
            post(true),
            () -> NOW);
    channel.send(delivery(channel, 1));

    assertThat(json()).containsOnlyKeys("msg_type", "content");
  }
}
