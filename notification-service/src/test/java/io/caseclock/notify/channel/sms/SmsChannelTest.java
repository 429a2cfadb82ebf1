package io.caseclock.notify.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.http.FakeServer;
import io.caseclock.notify.channel.http.HttpChannelBehaviour;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SmsChannelTest extends HttpChannelBehaviour {

  private static final String TEMPLATE =
      """
      {"mobile":"{to}","content":"{text}","extno":"{id}","n":{count},"l":"{level}","u":"{link}"}\
      """;

  @Override
  protected Channel channel(URI url, HttpPoster post) {
    return new SmsChannel("text", gateway(url, Set.of(), Optional.empty()), TEXT, post);
  }

  private static Gateway gateway(URI url, Set<Integer> statuses, Optional<Pattern> success) {
    return new Gateway(
        new Target(url),
        new Template(TEMPLATE, "application/json"),
        Map.of("Content-Type", "application/json", "X-Api-Key", "not-a-real-key"),
        statuses,
        success);
  }

  @Override
  protected String taken() {
    return FakeServer.answer("200 OK", "{\"result\":\"0\"}");
  }

  @Override
  protected String refused() {
    return FakeServer.answer("401 Unauthorized", "who are you");
  }

  @Override
  protected String to() {
    return "+8613800000000";
  }

  @Override
  protected String identity(String arrival) {
    return String.valueOf(json(arrival).getOrDefault("extno", ""));
  }

  private static Map<String, Object> json(String request) {
    return Json.object(body(request).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_template_is_filled_and_the_headers_are_sent() throws Exception {
    send(OtherEnd.TAKES);

    var request = arrived().getFirst();
    assertThat(header(request, "X-Api-Key")).isEqualTo("not-a-real-key");
    assertThat(header(request, "Content-Type")).isEqualTo("application/json");
    assertThat(json(request))
        .containsEntry("mobile", "+8613800000000")
        .containsEntry("content", "【案件时钟】特急 3 条，请查看 http://console.example/messages/M1")
        .containsEntry("extno", "M1")
        .containsEntry("n", 3)
        .containsEntry("l", "grave")
        .containsEntry("u", "http://console.example/messages/M1");
  }

  @Test
  void without_a_number_it_can_never_arrive() throws Exception {
    var channel = channel(OtherEnd.TAKES);
    var delivery = delivery(channel, 1);

    assertThat(channel.send(without(delivery)))
        .isEqualTo(new Undeliverable(Reason.UNKNOWN_ADDRESSEE));
    assertThat(arrived()).isEmpty();
  }

  private static Delivery without(Delivery delivery) {
    return new Delivery(
        delivery.id(),
        delivery.channel(),
        delivery.recipient(),
        null,
        delivery.unit(),
        delivery.kind(),
        delivery.level(),
        delivery.count(),
        null,
        null,
        delivery.queuedAt(),
        delivery.attempt(),
        delivery.body());
  }

  @Test
  void only_the_expected_status_counts() throws Exception {
    var server = start(OtherEnd.TAKES, FakeServer.answer("200 OK", ""), "");
    var gateway = gateway(server.url("/"), Set.of(202), Optional.empty());
    var channel = new SmsChannel("text", gateway, TEXT, post(true));

    assertThat(channel.send(delivery(channel, 1))).isEqualTo(new Failed(Reason.BAD_STATUS, "200"));
  }

  @Test
  void the_answer_must_hold_what_is_expected_of_it() throws Exception {
    assertThat(answered("{\"result\":\"0\"}")).isEqualTo(new Delivered());
    assertThat(answered("{\"result\":\"7\"}"))
        .isEqualTo(new Failed(Reason.REJECTED, "the answer is not the one expected"));
  }

  private Object answered(String answer) throws Exception {
    var server = start(OtherEnd.TAKES, FakeServer.answer("200 OK", answer), "");
    var success = Optional.of(Pattern.compile("\"result\":\"0\""));
    var gateway = gateway(server.url("/"), Set.of(), success);
    var channel = new SmsChannel("text", gateway, TEXT, post(true));
    return channel.send(delivery(channel, 1));
  }

  @Test
  void a_gateway_in_gbk_is_written_to_and_read_in_gbk() throws Exception {
    var server = start(OtherEnd.TAKES, FakeServer.answer("200 OK", "{}"), "");
    var type = "application/json; charset=GBK";
    var template = new Template("{\"m\":\"{to}\",\"c\":\"{text}\"}", type);
    var gateway =
        new Gateway(
            new Target(server.url("/")),
            template,
            Map.of("Content-Type", type),
            Set.of(),
            Optional.empty());
    var channel = new SmsChannel("text", gateway, TEXT, post(true));

    assertThat(channel.send(delivery(channel, 1))).isEqualTo(new Delivered());
    assertThat(header(arrived().getFirst(), "Content-Type")).isEqualTo(type);
    assertThat(gateway.takes("提交成功".getBytes(Charset.forName("GBK")))).isTrue();
    assertThat(
            new Gateway(
                    gateway.target(),
                    template,
                    Map.of(),
                    Set.of(),
                    Optional.of(Pattern.compile("成功")))
                .takes("提交成功".getBytes(Charset.forName("GBK"))))
        .isTrue();
  }
}
