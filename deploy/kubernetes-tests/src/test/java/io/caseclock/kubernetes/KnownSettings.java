package io.caseclock.kubernetes;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Every environment variable that a service, or the JVM below it, reads. */
record KnownSettings(MappedSettings own, QuarkusSettings quarkus) {

  private static final String JVM = "JDK_JAVA_OPTIONS";
  private static final String KAFKA = "KAFKA_";
  private static final String TELEMETRY = "OTEL_";
  private static final Pattern FLAG = Pattern.compile("-XX:[+-]?(\\w+)(=.*)?");
  private static final Pattern PROPERTY = Pattern.compile("-D(javax\\.net\\.ssl\\.\\w+)=.+");

  static KnownSettings of(Service service) {
    return new KnownSettings(MappedSettings.of(service), QuarkusSettings.of(service));
  }

  /** What is wrong with a variable; empty where the service reads it. */
  Optional<String> fault(String variable, String value) {
    if (variable.equals(JVM)) {
      return Arrays.stream(value.split(" "))
          .filter(option -> !isOption(option))
          .findFirst()
          .map(option -> JVM + ": no option of the JVM: " + option);
    }
    return own.knows(variable)
            || quarkus.isReadAtRunTime(variable)
            || isOfKafka(variable)
            || isOfTelemetry(variable)
        ? Optional.empty()
        : Optional.of(variable + " is read by nobody");
  }

  /** The path that the parts, each the value of a property, make together. */
  String path(Service service, String... properties) {
    var shipped = service.properties();
    var path = new StringBuilder();
    Arrays.stream(properties)
        .map(property -> quarkus.effective(property, shipped))
        .forEach(part -> path.append('/').append(part));
    return path.toString();
  }

  /**
   * Where a service tells how it is.
   *
   * @param kind such as {@code readiness}
   */
  String health(Service service, String kind) {
    return path(
        service,
        "quarkus.http.non-application-root-path",
        "quarkus.smallrye-health.root-path",
        "quarkus.smallrye-health." + kind + "-path");
  }

  /** Quarkus hands what begins with {@code kafka.} to the clients as it stands. */
  private static boolean isOfKafka(String variable) {
    var key = variable.replaceFirst(KAFKA, "").toLowerCase(Locale.ROOT).replace('_', '.');
    return variable.startsWith(KAFKA)
        && AdminClientConfig.configNames().contains(key)
        && ConsumerConfig.configNames().contains(key)
        && ProducerConfig.configNames().contains(key);
  }

  /** What OpenTelemetry reads, it refuses where it makes no sense. */
  private static boolean isOfTelemetry(String variable) {
    if (!variable.startsWith(TELEMETRY)) {
      return false;
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.exporter.otlp.protocol", "http/protobuf");
    settings.put("otel.traces.sampler", "traceidratio");
    settings.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), "makes no sense");
    try (var made =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(() -> settings)
            .build()
            .getOpenTelemetrySdk()) {
      return false;
    } catch (ConfigurationException e) {
      return true;
    }
  }

  private static boolean isOption(String option) {
    var flag = FLAG.matcher(option);
    return flag.matches() ? isFlag(flag.group(1)) : PROPERTY.matcher(option).matches();
  }

  private static boolean isFlag(String name) {
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
