package io.caseclock.consume.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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

  /** Lets operators watch them. */
  public void bindTo(MeterRegistry registry) {
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
    }
  }

  @Override
  public void close() {
    loops.parallelStream().forEach(ConsumerLoop::close);
  }
}
