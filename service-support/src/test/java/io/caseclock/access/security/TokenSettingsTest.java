package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

  private static final String ISSUER = "quarkus.oidc.token.issuer";
  private static final String AUDIENCE = "quarkus.oidc.token.audience";

  @Test
  void who_names_issuer_and_audience_starts() {
    assertThatCode(() -> check(LaunchMode.NORMAL, ISSUER, "https://sso.example"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {ISSUER, AUDIENCE})
  void what_is_missing_stops_the_start_and_is_named(String setting) {
    assertThatThrownBy(() -> check(LaunchMode.NORMAL, setting, ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(setting);
  }

  @ParameterizedTest
  @ValueSource(strings = {ISSUER, AUDIENCE})
  void anybody_is_nobody(String setting) {
    assertThatThrownBy(() -> check(LaunchMode.NORMAL, setting, "any"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(setting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.oidc.credentials.secret",
        "quarkus.oidc.credentials.client-secret.value",
        "quarkus.oidc.authentication.state-secret"
      })
  void a_short_secret_stops_the_start_and_is_named_but_not_told(String setting) {
    assertThatCode(() -> check(LaunchMode.NORMAL, setting, "s".repeat(32)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check(LaunchMode.NORMAL, setting, "s".repeat(31)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(setting)
        .hasMessageContaining("32")
        .hasMessageNotContaining("sss");
  }

  @Test
  void tests_and_development_need_neither() {
    assertThatCode(() -> check(LaunchMode.TEST, ISSUER, "")).doesNotThrowAnyException();
  }

  private static void check(LaunchMode mode, String setting, String value) {
    TokenSettings.requireKnown(mode, config(setting, value));
  }

  private static Config config(String setting, String value) {
    var values = new HashMap<>(Map.of(ISSUER, "https://sso.example", AUDIENCE, "caseclock"));
    values.put(setting, value);
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
