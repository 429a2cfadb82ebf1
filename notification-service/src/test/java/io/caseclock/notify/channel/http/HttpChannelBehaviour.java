package io.caseclock.notify.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.RemoteChannelBehaviour;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every channel does besides that posts to a configured address. */
public abstract class HttpChannelBehaviour extends RemoteChannelBehaviour {

  protected static final String SECRET_PATH = "/send?key=not-a-real-key";

  @RegisterExtension static final OwnVertx VERTX = new OwnVertx();

  private @Nullable FakeServer server;

  /** The channel, posting to an address. */
  protected abstract Channel channel(URI url, HttpPoster post);

  /** How the other end says that it has it. */
  protected abstract String taken();

  /** How the other end refuses, with a status of success where that is its way. */
  protected abstract String refused();

  @AfterEach
  void close() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected Channel channel(OtherEnd otherEnd) throws Exception {
    return channel(start(otherEnd, taken(), refused()).url(SECRET_PATH), post(otherEnd, true));
  }

  protected final FakeServer start(OtherEnd otherEnd, String taken, String refused)
      throws Exception {
    close();
    server = new FakeServer(otherEnd, taken, refused);
    return server;
  }

  /** Of an end that answers. */
  protected static HttpPoster post(boolean allowPrivate) {
    return post(OtherEnd.TAKES, allowPrivate);
  }

  private static HttpPoster post(OtherEnd otherEnd, boolean allowPrivate) {
    var patience = otherEnd.patience();
    return new HttpPoster(VERTX.get(), new Limits(patience, patience, allowPrivate));
  }

  @Override
  protected List<String> arrived() {
    return Objects.requireNonNull(server).requests();
  }

  @Test
  void any_other_status_is_a_failure_with_that_status() throws Exception {
    var refusal = FakeServer.answer("503 Service Unavailable", "{\"errcode\":0,\"code\":0}");
    var channel = channel(start(OtherEnd.REFUSES, "", refusal).url("/"), post(true));

    assertThat(channel.send(delivery(channel, 1)))
        .isEqualTo(new DeliveryOutcome.Failed(DeliveryOutcome.Reason.BAD_STATUS, "503"));
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    var elsewhere = "307 Temporary Redirect\r\nLocation: /metadata\r\nContent-Length: 0\r\n\r\n";
    var channel = channel(start(OtherEnd.REFUSES, "", elsewhere).url("/"), post(true));

    assertThat(channel.send(delivery(channel, 1)))
        .isEqualTo(new DeliveryOutcome.Failed(DeliveryOutcome.Reason.BAD_STATUS, "307"));
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void an_address_of_the_own_machine_is_refused_and_never_connected_to() throws Exception {
    var channel = channel(start(OtherEnd.TAKES, taken(), refused()).url("/"), post(false));

    assertThat(channel.send(delivery(channel, 1)))
        .isInstanceOfSatisfying(
            DeliveryOutcome.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(DeliveryOutcome.Reason.REFUSED_ADDRESS);
              assertThat(failed.isCertain()).isTrue();
            });
    assertThat(arrived()).isEmpty();
  }

  @Test
  void most_of_an_answer_without_end_is_never_read() throws Exception {
    send(OtherEnd.ANSWERS_WITHOUT_END);

    assertThat(Objects.requireNonNull(server).written()).isLessThan(FakeServer.WITHOUT_END);
  }

  /** The part of a request behind its head. */
  protected static String body(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  protected static String header(String request, String name) {
    return request
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
