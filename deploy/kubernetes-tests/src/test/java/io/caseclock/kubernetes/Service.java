package io.caseclock.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** One of the three, as its module tells of it. */
enum Service {
  INTAKE("intake", "case-intake-service"),
  MONITOR("monitor", "deadline-monitor-service"),
  NOTIFICATION("notification", "notification-service");

  private final String component;
  private final String module;

  Service(String component, String module) {
    this.component = component;
    this.module = module;
  }

  /** What the chart calls it. */
  String component() {
    return component;
  }

  Path module() {
    return Chart.REPOSITORY.resolve(module);
  }

  /** The module of what all three have in common. */
  static Path support() {
    return Chart.REPOSITORY.resolve("service-support");
  }

  boolean isMeantBy(Map<String, String> labels) {
    return component.equals(labels.get("app.kubernetes.io/component"));
  }

  /** Its settings as they are shipped: those of all services, and its own before them. */
  Properties properties() {
    var common = new Properties();
    read(support().resolve("src/main/resources/META-INF/microprofile-config.properties"), common);
    var own = new Properties(common);
    read(module().resolve("src/main/resources/application.properties"), own);
    return own;
  }

  int port() {
    return Integer.parseInt(properties().getProperty("quarkus.http.port"));
  }

  /** Where it speaks TLS, if it is set to. */
  int tlsPort() {
    return Integer.parseInt(
        QuarkusSettings.of(this).effective("quarkus.http.ssl-port", properties()));
  }

  private static void read(Path file, Properties into) {
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      into.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
