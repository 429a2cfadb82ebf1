package io.caseclock.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What whoever starts the stack has in the environment. Services hear all of it, but some of it the
 * local stack must set itself; that is refused by name rather than overruled in silence.
 */
public final class CallersEnvironment {

  private static final List<String> OTHERS_BEGIN =
      List.of("KAFKA_SASL_", "KAFKA_SSL_", "QUARKUS_OIDC_", "QUARKUS_DATASOURCE_");
  private static final Set<String> OTHERS = Set.of("KAFKA_SECURITY_PROTOCOL");
  private static final String PORT = "QUARKUS_HTTP_PORT";

  private CallersEnvironment() {}

  /** Throws {@link StackException} that names every variable which the stack cannot honour. */
  public static void check(Map<String, String> environment) {
    var refused = new TreeSet<>(environment.keySet());
    refused.removeIf(name -> !isRefused(name));
    if (!refused.isEmpty()) {
      var port =
          refused.contains(PORT)
              ? "\nPorts are chosen by --console-port, --intake-port and --monitor-port."
              : "";
      throw new StackException(
          """
          本地环境自带数据库、Kafka 和登录，以下环境变量无法生效，请先取消（unset）：%s
          The local stack has its own database, Kafka and sign-in. It cannot honour %s; unset them, \
          or start the services yourself as the README says.%s\
          """
              .formatted(String.join("、", refused), String.join(", ", refused), port));
    }
  }

  private static boolean isRefused(String name) {
    return Stream.concat(ServiceEnvironment.OWN.stream(), OTHERS.stream()).anyMatch(name::equals)
        || OTHERS_BEGIN.stream().anyMatch(name::startsWith);
  }
}
