package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenWiringTest {

  private static final String SETTING = "caseclock.tokens.revoked-within";

  @Test
  void no_token_is_asked_about_where_nothing_is_set() {
    assertThat(config(Map.of()).revokedWithin()).isEmpty();
    assertThat(config(Map.of(SETTING, "PT10S")).revokedWithin()).contains(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT10S", "PT10M"})
  void a_time_within_the_bounds_is_taken(Duration within) {
    assertThat(TokenWiring.checked(within)).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.999S", "PT0S", "PT-1S", "PT10M0.001S"})
  void another_time_is_refused_with_its_setting(Duration within) {
    assertThatThrownBy(() -> TokenWiring.checked(within))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(SETTING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.oidc.credentials.secret",
        "quarkus.oidc.credentials.client-secret.value",
        "quarkus.oidc.introspection-credentials.secret"
      })
  void the_provider_is_asked_with_a_secret(String name) {
    assertThatCode(() -> TokenWiring.requireSecret(source(Map.of(name, "made-up"))))
        .doesNotThrowAnyException();
  }

  @Test
  void without_a_secret_nobody_can_ask() {
    assertThatThrownBy(() -> TokenWiring.requireSecret(source(Map.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining("quarkus.oidc.credentials.secret");
  }

  private static TokenConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(TokenConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(TokenConfig.class);
  }

  private static Config source(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
