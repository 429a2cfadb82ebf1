package io.caseclock.consume.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All channels of a service: started and stopped together, watched one by one. */
public final class ConsumerLoops implements AutoCloseable {

  private final List<ConsumerLoop> loops;

  public ConsumerLoops(List<ConsumerLoop> loops) {
    this.loops = List.copyOf(loops);
  }

  public void start() {
    loops.forEach(ConsumerLoop::start);
  }

  /** Each channel's name and state, in a stable order. */
  public Map<String, ConsumerState> states() {
    Map<String, ConsumerState> states = new LinkedHashMap<>();
    loops.forEach(loop -> states.put(loop.name(), loop.state()));
    return states;
  }

  /** Each channel's name, and how many seconds the oldest record waits that it is about to take. */
  public Map<String, Double> oldestAges(InstantSource clock) {
    Map<String, Double> ages = new LinkedHashMap<>();
    loops.forEach(loop -> ages.put(loop.name(), oldestAge(loop, clock)));
    return ages;
  }

  /**
   * Lets operators watch them.
   *
   * @param clock that of the machines, as the times of records are
   */
  public void bindTo(MeterRegistry registry, InstantSource clock) {
    for (var loop : loops) {
      for (var state : ConsumerState.values()) {
        Gauge.builder("caseclock.consumer.channel", loop, any -> any.state() == state ? 1 : 0)
            .description("Which state the channel is in: 1 for that, 0 for the others")
            .tag("channel", loop.name())
            .tag("state", state.wire())
            .register(registry);
      }
      FunctionCounter.builder("caseclock.consumer.restarts", loop, ConsumerLoop::restarts)
          .description("How often an error ended the channel, so that it began again")
          .tag("channel", loop.name())
          .register(registry);
      Gauge.builder("caseclock.consumer.oldest.age", loop, any -> oldestAge(any, clock))
          .description("How long ago the oldest record was sent that was read and not taken yet")
          .baseUnit("seconds")
          .tag("channel", loop.name())
          .register(registry);
    }
  }

  /** In seconds; zero where nothing waits, and where the clocks of machines differ. */
  private static double oldestAge(ConsumerLoop loop, InstantSource clock) {
    return loop.oldestWaiting()
        .map(sentAt -> Math.max(0, Duration.between(sentAt, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }

  @Override
  public void close() {
    loops.parallelStream().forEach(ConsumerLoop::close);
  }
}
