package io.caseclock.local.cli;

import io.caseclock.local.StackPorts;
import picocli.CommandLine.Option;

/** The ports, each by option or environment. */
final class PortOptions {

  @Option(
      names = "--console-port",
      paramLabel = "PORT",
      defaultValue = "${env:CASECLOCK_CONSOLE_PORT:-8080}",
      description = "The console (8080; CASECLOCK_CONSOLE_PORT).")
  int console;

  @Option(
      names = "--intake-port",
      paramLabel = "PORT",
      defaultValue = "${env:CASECLOCK_INTAKE_PORT:-8081}",
      description = "Intake (8081; CASECLOCK_INTAKE_PORT).")
  int intake;

  @Option(
      names = "--monitor-port",
      paramLabel = "PORT",
      defaultValue = "${env:CASECLOCK_MONITOR_PORT:-8082}",
      description = "The deadline monitor (8082; CASECLOCK_MONITOR_PORT).")
  int monitor;

  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      defaultValue = "${env:CASECLOCK_POSTGRES_PORT:-54329}",
      description = "PostgreSQL (54329; CASECLOCK_POSTGRES_PORT).")
  int postgres;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "${env:CASECLOCK_KAFKA_PORT:-59092}",
      description = "Kafka (59092; CASECLOCK_KAFKA_PORT).")
  int kafka;

  StackPorts ports() {
    return new StackPorts(console, intake, monitor, postgres, kafka);
  }
}
