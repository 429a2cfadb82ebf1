package io.caseclock.notify.channel.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.http.FakeServer;
import io.caseclock.notify.channel.http.HttpChannelBehaviour;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every group robot does besides: it says yes or no by a number in its answer. */
public abstract class RobotBehaviour extends HttpChannelBehaviour {

  protected static final String ROBOT_SECRET = "SECnot-a-real-secret";
  protected static final String LINES =
      """
      【案件时钟】特急 3 条，请查看 http://console.example/messages/M1
      [CaseClock] 3 grave, see http://console.example/messages/M1\
      """;

  /** The member of the answer that is 0 where all is well. */
  protected abstract String codeMember();

  /** A code by which it says that the signature is wrong. */
  protected abstract int wrongSignature();

  @Override
  protected String taken() {
    return FakeServer.answer("200 OK", "{\"" + codeMember() + "\":0,\"errmsg\":\"ok\"}");
  }

  @Override
  protected String refused() {
    return FakeServer.answer("200 OK", "{\"" + codeMember() + "\":" + wrongSignature() + "}");
  }

  @Override
  protected @Nullable String to() {
    return null;
  }

  @Override
  protected String identity(String arrival) {
    var text = body(arrival);
    return text.contains("/messages/M1") ? text.replaceAll("(?s).*(/messages/M1).*", "$1") : "";
  }

  @Test
  void its_code_is_the_reason() throws Exception {
    assertThat(send(OtherEnd.REFUSES))
        .isEqualTo(new Failed(Reason.REJECTED, codeMember() + " " + wrongSignature()));
  }

  @Test
  void an_answer_without_its_code_is_unclear() throws Exception {
    for (var answer :
        new String[] {"{}", "", "[0]", "<html>", "{\"" + codeMember() + "\":\"0\"}"}) {
      var server = start(OtherEnd.TAKES, FakeServer.answer("200 OK", answer), "");
      var channel = channel(server.url("/"), post(true));

      assertThat(channel.send(delivery(channel, 1)))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.UNCLEAR_ANSWER));
    }
  }

  @Test
  void an_answer_that_never_ends_is_a_timeout() throws Exception {
    assertThat(send(OtherEnd.TAKES_AND_HANGS))
        .isEqualTo(new Failed(Reason.TIMEOUT, "no answer in time"));
  }

  @Test
  void an_answer_without_end_is_unclear() throws Exception {
    DeliveryOutcome outcome = send(OtherEnd.ANSWERS_WITHOUT_END);

    assertThat(outcome).isEqualTo(new Failed(Reason.UNCLEAR_ANSWER, "no JSON"));
  }

  protected final Map<String, Object> json() {
    return Json.object(body(arrived().getFirst()).getBytes(StandardCharsets.UTF_8));
  }
}
