package io.caseclock.notify.channel.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WecomChannelTest extends RobotBehaviour {

  @Override
  protected Channel channel(URI url, HttpPoster post) {
    return new RobotChannel(
        "group", RobotFormat.WECOM, new Target(url), Optional.empty(), TEXT, post, () -> NOW);
  }

  @Override
  protected String codeMember() {
    return "errcode";
  }

  @Override
  protected int wrongSignature() {
    return 93000;
  }

  @Test
  void the_message_has_the_published_form() throws Exception {
    send(OtherEnd.TAKES);

    assertThat(arrived().getFirst()).startsWith("POST /send?key=not-a-real-key HTTP/1.1");
    assertThat(json())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("msgtype", "text", "text", Map.of("content", LINES)));
  }
}
