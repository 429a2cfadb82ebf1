package io.caseclock.notify.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifyConfigTest {

  @Test
  void every_default_is_safe_in_production() {
    var config = mapped(Map.of());

    assertThat(config.zone()).isEmpty();
    assertThat(config.consoleUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.notice().numberPattern()).isEqualTo("{unitName}整改〔{year}〕{number}号");
    assertThat(config.notice().orderNumberPattern()).isEqualTo("{unitName}督办〔{year}〕{number}号");
    assertThat(config.notice().longestPlanDays()).isEqualTo(30);
    assertThat(config.notice().evidenceSize().asLongValue()).isEqualTo(10L * 1024 * 1024);
    assertThat(config.notice().evidenceTotal().asLongValue()).isEqualTo(50L * 1024 * 1024);
    assertThat(config.notice().font()).isEmpty();
    assertThat(config.webhooks()).isEmpty();
    assertThat(config.sending().every()).isEqualTo("1s");
    assertThat(config.sending().batch()).isEqualTo(50);
    assertThat(config.sending().lease()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.sending().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.sending().timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.sending().firstPause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.sending().longestPause()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.sending().attempts()).isEqualTo(20);
    assertThat(config.sending().keep()).isEqualTo(Duration.ofDays(7));
    assertThat(config.channels()).isEmpty();
    assertThat(config.email().enabled()).isFalse();
    assertThat(config.email().from()).isEmpty();
    assertThat(config.circuit().failures()).isEqualTo(5);
    assertThat(config.circuit().firstPause()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.circuit().longestPause()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.inbox().pollEvery()).isEqualTo("1s");
    assertThat(config.pipeline().every()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.pipeline().mailboxes()).isEqualTo(50);
    assertThat(config.pipeline().groupWindow()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.pipeline().criticalGroupWindow()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.pipeline().workingDayStart()).isEqualTo(LocalTime.of(8, 30));
    assertThat(config.pipeline().circuitPause()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.escalation().every()).isEqualTo("5s");
    assertThat(config.escalation().batch()).isEqualTo(100);
    assertThat(config.tasks().tries()).isEqualTo(3);
    assertThat(config.retention().evidence()).isEmpty();
    assertThat(config.retention().messages()).isEmpty();
    assertThat(config.monitor().url()).isEmpty();
    assertThat(config.monitor().timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.monitor().downloadTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.local().privateKeyFile()).isEmpty();
    assertThat(config.local().usersFile()).isEmpty();
  }

  @Test
  void every_key_is_read() {
    Map<String, String> keys = new HashMap<>();
    keys.put("caseclock.zone", "Asia/Urumqi");
    keys.put("caseclock.console-url", "https://console.example");
    keys.put("caseclock.notice.number-pattern", "{number}");
    keys.put("caseclock.notice.order-number-pattern", "D{number}");
    keys.put("caseclock.notice.longest-plan-days", "9");
    keys.put("caseclock.notice.evidence-size", "1M");
    keys.put("caseclock.notice.evidence-total", "2M");
    keys.put("caseclock.notice.font", "han.ttf");
    keys.put("caseclock.webhooks.watch.url", "https://watch.example/hook");
    keys.put("caseclock.webhooks.watch.secret", "not-a-real-secret");
    keys.put("caseclock.webhooks.watch.units", "D01,D02");
    keys.put("caseclock.webhooks.watch.allow-private", "true");
    keys.put("caseclock.channels.text.kind", "sms");
    keys.put("caseclock.channels.text.url", "https://sms.example/send");
    keys.put("caseclock.channels.text.secret", "not-a-real-secret");
    keys.put("caseclock.channels.text.units", "D03");
    keys.put("caseclock.channels.text.allow-private", "true");
    keys.put("caseclock.channels.text.per-minute", "9");
    keys.put("caseclock.channels.text.template", "to={to}");
    keys.put("caseclock.channels.text.content-type", "application/x-www-form-urlencoded");
    keys.put("caseclock.channels.text.headers.X-Key", "not-a-real-key");
    keys.put("caseclock.channels.text.expected-status", "200,202");
    keys.put("caseclock.channels.text.success-pattern", "^OK");
    keys.put("caseclock.email.enabled", "true");
    keys.put("caseclock.email.from", "caseclock@police.example");
    keys.put("caseclock.circuit.failures", "4");
    keys.put("caseclock.circuit.first-pause", "2m");
    keys.put("caseclock.circuit.longest-pause", "20m");
    keys.put("caseclock.sending.every", "3s");
    keys.put("caseclock.sending.batch", "7");
    keys.put("caseclock.sending.lease", "70s");
    keys.put("caseclock.sending.connect-timeout", "1s");
    keys.put("caseclock.sending.timeout", "2s");
    keys.put("caseclock.sending.first-pause", "4s");
    keys.put("caseclock.sending.longest-pause", "5m");
    keys.put("caseclock.sending.attempts", "6");
    keys.put("caseclock.sending.keep", "3d");
    keys.put("caseclock.inbox.poll-every", "2s");
    keys.put("caseclock.pipeline.every", "6s");
    keys.put("caseclock.pipeline.mailboxes", "8");
    keys.put("caseclock.pipeline.group-window", "20s");
    keys.put("caseclock.pipeline.critical-group-window", "4s");
    keys.put("caseclock.pipeline.working-day-start", "09:00");
    keys.put("caseclock.pipeline.circuit-pause", "3m");
    keys.put("caseclock.escalation.every", "9s");
    keys.put("caseclock.escalation.batch", "11");
    keys.put("caseclock.tasks.tries", "5");
    keys.put("caseclock.retention.evidence", "400d");
    keys.put("caseclock.retention.messages", "500d");
    keys.put("caseclock.monitor.url", "https://monitor.example");
    keys.put("caseclock.monitor.timeout", "9s");
    keys.put("caseclock.monitor.download-timeout", "90s");
    keys.put("caseclock.local.private-key-file", "key.pem");
    keys.put("caseclock.local.users-file", "users.json");

    var config = mapped(keys);

    assertThat(config.zone()).contains(ZoneId.of("Asia/Urumqi"));
    assertThat(config.consoleUrl()).isEqualTo(URI.create("https://console.example"));
    assertThat(config.notice().numberPattern()).isEqualTo("{number}");
    assertThat(config.notice().orderNumberPattern()).isEqualTo("D{number}");
    assertThat(config.notice().longestPlanDays()).isEqualTo(9);
    assertThat(config.notice().evidenceSize().asLongValue()).isEqualTo(1024L * 1024);
    assertThat(config.notice().evidenceTotal().asLongValue()).isEqualTo(2L * 1024 * 1024);
    assertThat(config.notice().font()).contains(Path.of("han.ttf"));
    var watch = Objects.requireNonNull(config.webhooks().get("watch"));
    assertThat(watch.url()).contains(URI.create("https://watch.example/hook"));
    assertThat(watch.secret()).contains("not-a-real-secret");
    assertThat(watch.units()).contains(Set.of("D01", "D02"));
    var sending = config.sending();
    assertThat(sending.every()).isEqualTo("3s");
    assertThat(sending.batch()).isEqualTo(7);
    assertThat(sending.lease()).isEqualTo(Duration.ofSeconds(70));
    assertThat(sending.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(sending.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(sending.firstPause()).isEqualTo(Duration.ofSeconds(4));
    assertThat(sending.longestPause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(sending.attempts()).isEqualTo(6);
    assertThat(sending.keep()).isEqualTo(Duration.ofDays(3));
    assertThat(watch.allowPrivate()).isTrue();
    assertText(Objects.requireNonNull(config.channels().get("text")));
    assertThat(config.email().enabled()).isTrue();
    assertThat(config.email().from()).contains("caseclock@police.example");
    assertThat(config.circuit().failures()).isEqualTo(4);
    assertThat(config.circuit().firstPause()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.circuit().longestPause()).isEqualTo(Duration.ofMinutes(20));
    assertThat(config.inbox().pollEvery()).isEqualTo("2s");
    assertThat(config.pipeline().every()).isEqualTo(Duration.ofSeconds(6));
    assertThat(config.pipeline().mailboxes()).isEqualTo(8);
    assertThat(config.pipeline().groupWindow()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.pipeline().criticalGroupWindow()).isEqualTo(Duration.ofSeconds(4));
    assertThat(config.pipeline().workingDayStart()).isEqualTo(LocalTime.of(9, 0));
    assertThat(config.pipeline().circuitPause()).isEqualTo(Duration.ofMinutes(3));
    assertThat(config.escalation().every()).isEqualTo("9s");
    assertThat(config.escalation().batch()).isEqualTo(11);
    assertThat(config.tasks().tries()).isEqualTo(5);
    assertThat(config.retention().evidence()).contains(Duration.ofDays(400));
    assertThat(config.retention().messages()).contains(Duration.ofDays(500));
    assertThat(config.monitor().url()).contains(URI.create("https://monitor.example"));
    assertThat(config.monitor().timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.monitor().downloadTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(config.local().privateKeyFile()).contains(Path.of("key.pem"));
    assertThat(config.local().usersFile()).contains(Path.of("users.json"));
  }

  private static void assertText(NotifyConfig.ChannelConfig text) {
    assertThat(text.kind()).isEqualTo("sms");
    assertThat(text.url()).contains(URI.create("https://sms.example/send"));
    assertThat(text.secret()).contains("not-a-real-secret");
    assertThat(text.units()).contains(Set.of("D03"));
    assertThat(text.allowPrivate()).isTrue();
    assertThat(text.perMinute()).hasValue(9);
    assertThat(text.template()).contains("to={to}");
    assertThat(text.contentType()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(text.headers()).containsEntry("X-Key", "not-a-real-key");
    assertThat(text.expectedStatus()).contains(Set.of(200, 202));
    assertThat(text.successPattern()).contains("^OK");
  }

  @Test
  void a_channel_needs_no_more_than_a_kind_and_an_address() {
    var config =
        mapped(
            Map.of(
                "caseclock.channels.group.kind", "wecom",
                "caseclock.channels.group.url", "https://robot.example/send?key=K"));

    var group = Objects.requireNonNull(config.channels().get("group"));
    assertThat(group.kind()).isEqualTo("wecom");
    assertThat(group.secret()).isEmpty();
    assertThat(group.units()).isEmpty();
    assertThat(group.allowPrivate()).isFalse();
    assertThat(group.perMinute()).isEmpty();
    assertThat(group.contentType()).isEqualTo("application/json");
    assertThat(group.headers()).isEmpty();
    assertThat(group.expectedStatus()).isEmpty();
    assertThat(group.successPattern()).isEmpty();
  }

  /** The jobs name no default of their own. */
  @Test
  void a_job_finds_the_default_of_its_key_in_the_configuration_itself() {
    var config = config(Map.of());

    assertThat(config.getValue("caseclock.sending.every", String.class)).isEqualTo("1s");
    assertThat(config.getValue("caseclock.pipeline.every", String.class)).isEqualTo("1s");
    assertThat(config.getValue("caseclock.inbox.poll-every", String.class)).isEqualTo("1s");
    assertThat(config.getValue("caseclock.escalation.every", String.class)).isEqualTo("5s");
  }

  @Test
  void production_refuses_built_in_accounts_and_names_the_key() {
    var users = Map.of("caseclock.local.users-file", "users.json");
    var key = Map.of("caseclock.local.private-key-file", "key.pem");

    assertThatThrownBy(() -> SignInWiring.check(mapped(users), config(users)))
        .hasMessageContaining("caseclock.local.users-file");
    assertThatThrownBy(() -> SignInWiring.check(mapped(key), config(key)))
        .hasMessageContaining("caseclock.local.private-key-file");
    assertThatThrownBy(() -> SignInWiring.check(mapped(Map.of()), config(Map.of())))
        .hasMessageContaining("quarkus.oidc.auth-server-url");
  }

  private static NotifyConfig mapped(Map<String, String> keys) {
    return config(keys).getConfigMapping(NotifyConfig.class);
  }

  private static SmallRyeConfig config(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(NotifyConfig.class)
        .withSources(new PropertiesConfigSource(keys, "test", 500))
        .addDiscoveredConverters()
        .build();
  }
}
