package io.caseclock.local;

import io.caseclock.local.secret.LocalSecrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a service of the local stack is told by its environment; see the README's table.
 *
 * @param brokers the addresses of Kafka
 */
record ServiceEnvironment(
    StackDirectory directory,
    StackPorts ports,
    LocalSecrets secrets,
    ServiceDatabases databases,
    String brokers) {

  static final String PACKS = "cn-public-security,cn-court-mediation,cn-guardianship-supervision";

  /** What the stack sets itself, whatever the caller's environment says. */
  static final Set<String> OWN =
      Set.of(
          "QUARKUS_PROFILE",
          "QUARKUS_HTTP_HOST",
          "QUARKUS_HTTP_PORT",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_FLYWAY_USERNAME",
          "QUARKUS_FLYWAY_PASSWORD",
          "KAFKA_BOOTSTRAP_SERVERS",
          "CASECLOCK_CLOCK_OFFSET_FILE",
          "CASECLOCK_LOCAL_PUBLIC_KEY",
          "CASECLOCK_LOCAL_PRIVATE_KEY_FILE",
          "CASECLOCK_LOCAL_USERS_FILE",
          "QUARKUS_OIDC_PUBLIC_KEY",
          "CASECLOCK_INTAKE_URL",
          "CASECLOCK_MONITOR_URL",
          "CASECLOCK_CONSOLE_URL");

  Map<String, String> of(ServiceKind service, int port) {
    Map<String, String> values = new HashMap<>();
    values.put("QUARKUS_PROFILE", "local");
    values.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    values.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    values.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        databases.server().jdbcUrl(ServiceDatabases.DATABASE)
            + "?ApplicationName=caseclock-"
            + service.schema());
    values.put("QUARKUS_DATASOURCE_USERNAME", service.schema());
    values.put("QUARKUS_DATASOURCE_PASSWORD", databases.password(service));
    values.put("QUARKUS_FLYWAY_USERNAME", ServiceDatabases.owner(service));
    values.put("QUARKUS_FLYWAY_PASSWORD", databases.ownersPassword(service));
    values.put("KAFKA_BOOTSTRAP_SERVERS", brokers);
    values.put("CASECLOCK_CLOCK_OFFSET_FILE", directory.clockOffset().toString());
    values.put("CASECLOCK_LOCAL_PUBLIC_KEY", secrets.publicKeyLine());
    values.put("QUARKUS_OIDC_PUBLIC_KEY", secrets.publicKeyLine());
    values.put("CASECLOCK_INTAKE_URL", url(ports.intake()));
    values.put("CASECLOCK_MONITOR_URL", url(ports.monitor()));
    values.put("CASECLOCK_CONSOLE_URL", url(ports.console()));
    values.put(ChosenPacks.VARIABLE, PACKS);
    if (service == ServiceKind.NOTIFICATION) {
      values.put("CASECLOCK_LOCAL_PRIVATE_KEY_FILE", secrets.privateKeyFile().toString());
      values.put("CASECLOCK_LOCAL_USERS_FILE", secrets.usersFile().toString());
    }
    return values;
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
