package io.caseclock.notify.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.channel.ChannelBehaviour.OtherEnd;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HttpPosterTest {

  private static final Limits STRICT =
      new Limits(Duration.ofMillis(500), Duration.ofMillis(500), false);

  @RegisterExtension static final OwnVertx VERTX = new OwnVertx();

  @Test
  void the_connection_goes_to_the_address_that_was_checked_and_not_by_the_name_again()
      throws Exception {
    var allowing = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), true);
    try (var server = new FakeServer(OtherEnd.TAKES, FakeServer.answer("200 OK", "taken"), "")) {
      // a name that no name server has
      var url = URI.create("http://checked.invalid:" + server.url("/").getPort() + "/send?key=K");
      var post =
          new HttpPoster(
              VERTX.get(), allowing, host -> List.of(InetAddress.getByName("127.0.0.1")));

      assertThat(post.send(url, Map.of("X-Key", "value"), "hello".getBytes(UTF_8), 3))
          .isInstanceOfSatisfying(
              Answer.Answered.class,
              answered -> {
                assertThat(answered.status()).isEqualTo(200);
                assertThat(answered.body()).asString(UTF_8).isEqualTo("tak");
              });
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("POST /send?key=K HTTP/1.1")
          .containsIgnoringCase("host: checked.invalid:" + url.getPort())
          .containsIgnoringCase("x-key: value")
          .endsWith("hello");
    }
  }

  @Test
  void a_certificate_of_nobody_known_is_not_trusted(@TempDir Path folder) throws Exception {
    var limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), true);
    try (var server = SelfSigned.server(folder)) {
      var url = URI.create("https://localhost:" + server.port() + "/");

      assertThat(new HttpPoster(VERTX.get(), limits).send(url, Map.of(), new byte[0], 0))
          .isEqualTo(new Answer.Lost(new Failed(Reason.UNREACHABLE, "no trusted TLS")));
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void a_name_that_leads_into_the_own_network_is_refused() {
    assertThat(sentTo("10.1.2.3")).isEqualTo(refused());
  }

  @Test
  void one_private_address_among_public_ones_is_enough_to_refuse() {
    assertThat(sentTo("8.8.8.8", "192.168.1.1")).isEqualTo(refused());
  }

  @Test
  void the_name_is_looked_up_and_checked_anew_for_every_post() throws Exception {
    List<String> asked = new ArrayList<>();
    var post =
        new HttpPoster(
            VERTX.get(),
            STRICT,
            host -> {
              asked.add(host);
              return List.of(InetAddress.getByName("127.0.0.1"));
            });
    post.send(URI.create("http://rebinding.example/"), Map.of(), new byte[0], 0);
    post.send(URI.create("http://rebinding.example/"), Map.of(), new byte[0], 0);

    assertThat(asked).containsExactly("rebinding.example", "rebinding.example");
  }

  @Test
  void a_literal_private_address_is_refused_however_it_is_written() {
    for (var host : List.of("127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0")) {
      var answer =
          new HttpPoster(VERTX.get(), STRICT)
              .send(URI.create("http://" + host + ":9/"), Map.of(), new byte[0], 0);

      assertThat(answer).as(host).isEqualTo(refused());
    }
  }

  @Test
  void an_unknown_host_is_unreachable() {
    var post =
        new HttpPoster(
            VERTX.get(),
            STRICT,
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(post.send(URI.create("http://nobody.example/"), Map.of(), new byte[0], 0))
        .isEqualTo(new Answer.Lost(new Failed(Reason.UNREACHABLE, "unknown host")));
  }

  @Test
  void an_address_that_is_none_is_refused_when_it_is_configured_and_not_repeated() {
    for (var url :
        List.of("ftp://a.example/", "file:///etc/passwd", "http:/x", "http://u:pw@a.example/")) {
      assertThatThrownBy(() -> new Target(URI.create(url)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("a channel's url")
          .hasMessageNotContaining("pw");
    }
  }

  @Test
  void a_target_prints_its_host_alone() {
    assertThat(new Target(URI.create("https://robot.example/send?key=K")).toString())
        .isEqualTo("Target[robot.example]");
  }

  private static Answer sentTo(String... addresses) {
    var post =
        new HttpPoster(
            VERTX.get(),
            STRICT,
            host -> {
              List<InetAddress> found = new ArrayList<>();
              for (var address : addresses) {
                found.add(InetAddress.getByName(address));
              }
              return found;
            });
    return post.send(URI.create("http://a.example/"), Map.of(), new byte[0], 0);
  }

  private static Answer refused() {
    return new Answer.Lost(new Failed(Reason.REFUSED_ADDRESS, "not a public address"));
  }
}
