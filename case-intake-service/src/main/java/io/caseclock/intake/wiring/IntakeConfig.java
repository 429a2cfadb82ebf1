package io.caseclock.intake.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the intake. */
@ConfigMapping(prefix = "caseclock")
public interface IntakeConfig {

  /** Rule packs: ids of shipped packs, or folders. The first that declares a type holds. */
  @WithDefault("cn-public-security")
  List<String> packs();

  /** Where callers reach the deadline monitor; receipts link to it. */
  @WithDefault("http://127.0.0.1:8082")
  URI monitorUrl();

  Retention retention();

  /** How long what was accepted is kept. */
  interface Retention {

    /** Contents of events, after the last event of their case was accepted; absent for ever. */
    Optional<Duration> journal();
  }

  Topics topics();

  /** How missing topics are made. */
  interface Topics {

    @WithDefault("true")
    boolean create();

    /** Partitions of the topics keyed by case; the directory has one. */
    @WithDefault("6")
    @Min(1)
    int partitions();

    /** Replicas of each partition; -1 for the broker's default. */
    @WithDefault("-1")
    @Min(-1)
    @Max(Short.MAX_VALUE)
    int replication();
  }
}
