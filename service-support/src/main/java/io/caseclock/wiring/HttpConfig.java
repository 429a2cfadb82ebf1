package io.caseclock.wiring;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Settings of what a service takes over HTTP at once. */
@ConfigMapping(prefix = "caseclock.http")
public interface HttpConfig {

  /** How long a connection may take to send the head of a request, counted from its first byte. */
  @WithDefault("10s")
  Duration headWithin();

  /** How long a connection may say nothing between two requests. */
  @WithDefault("75s")
  Duration idleWithin();

  /** How long a body may take, beside the time that its size needs at {@link #slowest}. */
  @WithDefault("30s")
  Duration bodyWithin();

  /** The fewest bytes a second with which a body may come. */
  @WithDefault("32K")
  MemorySize slowest();

  /** The bytes of unanswered bodies of all callers; an eighth of the heap where it is not set. */
  Optional<MemorySize> inFlight();

  /**
   * The bytes of unanswered bodies of one caller; a third of all callers', or 13 MiB, where not
   * set.
   */
  Optional<MemorySize> inFlightOfOne();

  /** The bytes of bodies taken apart at once; a thirty-second part of the heap where not set. */
  Optional<MemorySize> atWork();

  /** How many requests of one caller are worked on together. */
  @WithDefault("8")
  @Min(1)
  @Max(10_000)
  int perCaller();

  /** The same where they are taken in together, as single events are; these count by themselves. */
  @WithDefault("16")
  @Min(1)
  @Max(10_000)
  int togetherPerCaller();

  /** How many more of one caller wait. */
  @WithDefault("64")
  @Min(0)
  @Max(10_000)
  int waitingPerCaller();

  /** How long a request waits for a place, and a body for its turn, before it is refused. */
  @WithDefault("5s")
  Duration patience();

  /** Whether HTTP/2 without TLS is spoken. */
  @WithDefault("false")
  boolean h2c();
}
