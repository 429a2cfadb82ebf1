package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.time.Backoff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChannelPagesTest.SomeChannels.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ChannelPagesTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");

  @Inject Office office;
  @Inject Circuits circuits;
  @Inject DeliveryQueue queue;

  /** A group robot and a gateway at a port where nobody listens. */
  public static class SomeChannels extends LocalAccounts {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> keys = new HashMap<>(super.getConfigOverrides());
      keys.put("caseclock.channels.robot.kind", "wecom");
      keys.put("caseclock.channels.robot.url", nobody() + "/send?key=not-a-real-key");
      keys.put("caseclock.channels.robot.allow-private", "true");
      keys.put("caseclock.channels.text.kind", "sms");
      keys.put("caseclock.channels.text.url", nobody() + "/sms");
      keys.put("caseclock.channels.text.template", "{\"to\":\"{to}\",\"c\":\"{text}\"}");
      keys.put("caseclock.channels.text.allow-private", "true");
      return keys;
    }

    private static String nobody() {
      try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return "http://127.0.0.1:" + free.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void each_channel_stands_there_with_its_state_in_both_languages() {
    fails("robot");

    as("admin")
        .get("/channels")
        .statusCode(200)
        .body(containsString("企业微信"), containsString("持续失败"))
        .body(containsString("等待应答超时（限时内没有应答）"), containsString("2026年3月13日 12:00"))
        .body(containsString("站内消息"), containsString("尚未使用"));
    as("auditor")
        .get("/channels?lang=en")
        .body(containsString("Keeps failing"), containsString("No answer in time"))
        .body(not(containsString("action=\"/channels/")));
  }

  @Test
  void supervisors_and_administrators_get_a_hint_on_the_first_page() {
    as("chief").get("/").body(not(containsString("持续失败")));
    fails("robot");

    as("chief").get("/").body(containsString("企业微信渠道（robot）持续失败"));
    as("admin").get("/").body(containsString("持续失败"));
    as("officer").get("/").body(not(containsString("持续失败")));
  }

  @Test
  void a_test_is_sent_at_once_and_its_outcome_shown() {
    as("admin")
        .post("/channels/robot/test", Map.of())
        .statusCode(200)
        .body(containsString("渠道 robot 测试失败：无法连接"));
    as("admin")
        .get("/channels")
        .body(containsString("0 / 1"), containsString("测试接收人"), containsString("已放弃"));
    as("admin")
        .post("/channels/robot/test", Map.of())
        .statusCode(409)
        .body(containsString("请十秒后再试"));
  }

  @Test
  void a_test_of_a_personal_channel_needs_somebody_and_masks_whom() {
    as("admin").get("/channels").body(containsString("name=\"to\" type=\"tel\""));
    as("admin")
        .post("/channels/text/test", Map.of("to", "nobody"))
        .statusCode(400)
        .body(containsString("请填写有效的邮箱地址或手机号"));
    as("admin").post("/channels/text/test", Map.of("to", "13900009001")).statusCode(200);
    as("admin")
        .get("/channels")
        .body(containsString("***9001"), not(containsString("13900009001")));
  }

  @Test
  void the_log_shows_the_own_subtree_only() {
    queued("P1", "D0102");
    queued("P2", "D0103");

    as("admin").get("/channels").body(containsString("示例一所"), containsString("示例二所"));
    as("otheradmin")
        .get("/channels")
        .statusCode(200)
        .body(containsString("示例二所"), not(containsString("示例一所")));
    as("admin").get("/channels?after=x").statusCode(404);
    as("admin").get("/channels?after=0").body(containsString("目前没有发送记录"));
  }

  @Test
  void nobody_but_operators_sees_it_and_nobody_but_administrators_tests() {
    as("officer").get("/channels").statusCode(403).body(containsString("<html"));
    as("auditor").post("/channels/robot/test", Map.of()).statusCode(403);
    as("admin").postFromElsewhere("/channels/robot/test", Map.of()).statusCode(403);
    as("admin").post("/channels/no-such/test", Map.of()).statusCode(404);
    as("admin").post("/channels/in-app/test", Map.of()).statusCode(409);
    as("admin")
        .get("/channels/robot/test?lang=en")
        .statusCode(303)
        .header("Location", endsWith("/channels?lang=en"));
    assertThat(office.text("select count(*) from delivery")).isEqualTo("0");
  }

  private void fails(String channel) {
    var policy = new Circuit.Policy(1, new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                circuits.save(
                    channel,
                    circuits.lock(channel, NOW).failed(NOW, "TIMEOUT: no answer in time", policy)));
  }

  private void queued(String id, String unit) {
    var body = new byte[] {1};
    var parcel =
        new Delivery(
            id, "text", "O1", "13900009001", unit, "warning", "grave", 1, null, null, NOW, 0, body);
    QuarkusTransaction.requiringNew().run(() -> queue.add(List.of(parcel)));
  }
}
