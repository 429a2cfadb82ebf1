package io.caseclock.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.Push.About;
import io.caseclock.notify.channel.http.FakeServer;
import io.caseclock.notify.channel.http.HttpChannelBehaviour;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookChannelTest extends HttpChannelBehaviour {

  private static final String SECRET = "not-a-real-secret";

  @Override
  protected Channel channel(URI url, HttpPoster post) {
    return new WebhookChannel("watch", new Target(url), SECRET, TEXT, post, () -> NOW);
  }

  @Override
  protected boolean tellsIdentifiers() {
    return true;
  }

  @Override
  protected String taken() {
    return FakeServer.answer("202 Accepted", "thanks");
  }

  @Override
  protected String refused() {
    return FakeServer.answer("403 Forbidden", "no");
  }

  @Override
  protected @Nullable String to() {
    return null;
  }

  @Override
  protected String identity(String arrival) {
    return String.valueOf(
        Json.object(body(arrival).getBytes(StandardCharsets.UTF_8)).getOrDefault("id", ""));
  }

  @Test
  void a_push_is_a_signed_cloud_event() throws Exception {
    send(OtherEnd.TAKES);

    var request = arrived().getFirst();
    var body = body(request).getBytes(StandardCharsets.UTF_8);
    assertThat(Json.object(body))
        .containsEntry("id", "M1")
        .containsEntry("type", "breach")
        .containsEntry("subject", "message/M1")
        .containsEntry(
            "data",
            Map.of("level", "grave", "count", 3, "link", "http://console.example/messages/M1"));
    assertThat(header(request, "X-CaseClock-Timestamp")).isEqualTo("1773374400");
    assertThat(header(request, "X-CaseClock-Signature"))
        .isEqualTo(Signature.of(SECRET, "1773374400", body));
  }

  @Test
  void the_status_alone_counts_and_nobody_waits_for_the_body() throws Exception {
    assertThat(send(OtherEnd.TAKES_AND_HANGS)).isEqualTo(new Delivered());
    assertThat(send(OtherEnd.ANSWERS_WITHOUT_END)).isEqualTo(new Delivered());
  }

  @Test
  void the_signature_is_that_of_any_other_implementation() {
    var body = "{\"id\":\"E1\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Signature.of(SECRET, "1773374400", body))
        .isEqualTo("sha256=e3e4223b080227231830b85cc0cb6eff995f2aa7281b93b6d8ea0ce657a0719a");
  }

  @Test
  void a_single_message_is_told_by_its_identifiers() {
    var about = new About("D0102", "A9901", "case/A9901", "D1", null, "breach");
    var channel = channel(URI.create("http://127.0.0.1:9/"), post(true));

    var event =
        Json.object(channel.body(new Push("D1:1:breach", "grave", "breach", 1, "/", NOW, about)));

    assertThat(event)
        .containsEntry("id", "D1:1:breach")
        .containsEntry("type", "breach")
        .containsEntry("subject", "case/A9901")
        .containsEntry(
            "data",
            Map.of(
                "level", "grave",
                "unit", "D0102",
                "caseId", "A9901",
                "link", "http://console.example/",
                "deadlineId", "D1",
                "stage", "breach"));
  }
}
