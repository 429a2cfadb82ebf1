package io.caseclock.notify.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

    assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(config.consoleUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.notice().numberPattern()).isEqualTo("{unitName}整改〔{year}〕{number}号");
    assertThat(config.notice().orderNumberPattern()).isEqualTo("{unitName}督办〔{year}〕{number}号");
    assertThat(config.notice().longestPlanDays()).isEqualTo(30);
    assertThat(config.notice().evidenceSize().asLongValue()).isEqualTo(10L * 1024 * 1024);
    assertThat(config.notice().evidenceTotal().asLongValue()).isEqualTo(50L * 1024 * 1024);
    assertThat(config.notice().font()).isEmpty();
    assertThat(config.webhooks()).isEmpty();
    assertThat(config.webhookSending().every()).isEqualTo("1s");
    assertThat(config.webhookSending().batch()).isEqualTo(50);
    assertThat(config.webhookSending().lease()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.webhookSending().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.webhookSending().timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.webhookSending().firstPause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.webhookSending().longestPause()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.webhookSending().attempts()).isEqualTo(20);
    assertThat(config.inbox().pollEvery()).isEqualTo("1s");
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
    keys.put("caseclock.webhook-sending.every", "3s");
    keys.put("caseclock.webhook-sending.batch", "7");
    keys.put("caseclock.webhook-sending.lease", "70s");
    keys.put("caseclock.webhook-sending.connect-timeout", "1s");
    keys.put("caseclock.webhook-sending.timeout", "2s");
    keys.put("caseclock.webhook-sending.first-pause", "4s");
    keys.put("caseclock.webhook-sending.longest-pause", "5m");
    keys.put("caseclock.webhook-sending.attempts", "6");
    keys.put("caseclock.inbox.poll-every", "2s");
    keys.put("caseclock.local.private-key-file", "key.pem");
    keys.put("caseclock.local.users-file", "users.json");

    var config = mapped(keys);

    assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
    assertThat(config.consoleUrl()).isEqualTo(URI.create("https://console.example"));
    assertThat(config.notice().numberPattern()).isEqualTo("{number}");
    assertThat(config.notice().orderNumberPattern()).isEqualTo("D{number}");
    assertThat(config.notice().longestPlanDays()).isEqualTo(9);
    assertThat(config.notice().evidenceSize().asLongValue()).isEqualTo(1024L * 1024);
    assertThat(config.notice().evidenceTotal().asLongValue()).isEqualTo(2L * 1024 * 1024);
    assertThat(config.notice().font()).contains(Path.of("han.ttf"));
    var watch = Objects.requireNonNull(config.webhooks().get("watch"));
    assertThat(watch.url()).isEqualTo(URI.create("https://watch.example/hook"));
    assertThat(watch.secret()).isEqualTo("not-a-real-secret");
    assertThat(watch.units()).contains(Set.of("D01", "D02"));
    var sending = config.webhookSending();
    assertThat(sending.every()).isEqualTo("3s");
    assertThat(sending.batch()).isEqualTo(7);
    assertThat(sending.lease()).isEqualTo(Duration.ofSeconds(70));
    assertThat(sending.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(sending.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(sending.firstPause()).isEqualTo(Duration.ofSeconds(4));
    assertThat(sending.longestPause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(sending.attempts()).isEqualTo(6);
    assertThat(config.inbox().pollEvery()).isEqualTo("2s");
    assertThat(config.local().privateKeyFile()).contains(Path.of("key.pem"));
    assertThat(config.local().usersFile()).contains(Path.of("users.json"));
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
