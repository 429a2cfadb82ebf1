package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersEnvironmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QUARKUS_DATASOURCE_JDBC_URL",
        "QUARKUS_DATASOURCE_PASSWORD",
        "QUARKUS_FLYWAY_USERNAME",
        "KAFKA_BOOTSTRAP_SERVERS",
        "KAFKA_SECURITY_PROTOCOL",
        "KAFKA_SASL_JAAS_CONFIG",
        "KAFKA_SSL_TRUSTSTORE_LOCATION",
        "QUARKUS_OIDC_AUTH_SERVER_URL",
        "QUARKUS_OIDC_CREDENTIALS_SECRET",
        "QUARKUS_HTTP_PORT",
        "QUARKUS_PROFILE",
        "CASECLOCK_MONITOR_URL"
      })
  void what_the_stack_sets_itself_is_refused_by_name(String variable) {
    assertThatThrownBy(() -> CallersEnvironment.check(Map.of(variable, "secret", "PATH", "/bin")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(variable)
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("PATH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CASECLOCK_PACKS",
        "CASECLOCK_SWEEP_EVERY",
        "CASECLOCK_CHANNELS_GROUP_URL",
        "CASECLOCK_CONSOLE_PORT",
        "QUARKUS_LOG_LEVEL",
        "JAVA_TOOL_OPTIONS",
        "KAFKA_HOME"
      })
  void what_the_services_hear_is_honoured(String variable) {
    assertThatCode(() -> CallersEnvironment.check(Map.of(variable, "x")))
        .doesNotThrowAnyException();
  }
}
