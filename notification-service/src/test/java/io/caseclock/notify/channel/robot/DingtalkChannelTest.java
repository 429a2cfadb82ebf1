package io.caseclock.notify.channel.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DingtalkChannelTest extends RobotBehaviour {

  private static final String SIGNED =
      "timestamp=1773374400123&sign=NmBl0kGqhVsBC3UChYsGmiRUcJg9mxMNzIk0m9pvI1E%3D";

  @Override
  protected Channel channel(URI url, HttpPoster post) {
    return new RobotChannel(
        "group",
        RobotFormat.DINGTALK,
        new Target(url),
        Optional.of(ROBOT_SECRET),
        TEXT,
        post,
        () -> NOW);
  }

  @Override
  protected String codeMember() {
    return "errcode";
  }

  @Override
  protected int wrongSignature() {
    return 310000;
  }

  @Test
  void the_message_has_the_published_form_and_is_signed_in_the_query() throws Exception {
    send(OtherEnd.TAKES);

    assertThat(arrived().getFirst())
        .startsWith("POST /send?key=not-a-real-key&" + SIGNED + " HTTP/1.1");
    assertThat(json())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("msgtype", "text", "text", Map.of("content", LINES)));
  }

  @Test
  void the_signature_is_that_of_any_other_implementation() {
    assertThat(
            RobotFormat.DINGTALK.url(
                new Target(URI.create("https://robot.example/x")), NOW, ROBOT_SECRET))
        .hasToString("https://robot.example/x?" + SIGNED);
  }

  @Test
  void without_a_secret_it_is_not_signed() throws Exception {
    var server = start(OtherEnd.TAKES, taken(), refused());
    var channel =
        new RobotChannel(
            "group",
            RobotFormat.DINGTALK,
            new Target(server.url("/x")),
            Optional.empty(),
            TEXT,
            post(true),
            () -> NOW);
    channel.send(delivery(channel, 1));

    assertThat(arrived().getFirst()).startsWith("POST /x HTTP/1.1");
  }
}
