package io.caseclock.bench.start;

import io.caseclock.bench.statistics.Timings;
import io.caseclock.embedded.FileTree;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The whole stack started one time after another in one directory, as {@code ./caseclock up} does
 * it: first with nothing there, then with what the time before left.
 */
final class Starts {

  /** So that what goes on after a service is ready has its memory too. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final UnaryOperator<StackOptions> how;

  /**
   * @param how what is to be otherwise than in the usual local stack
   */
  Starts(UnaryOperator<StackOptions> how) {
    this.how = how;
  }

  /**
   * One start.
   *
   * @param seconds until every service was ready
   * @param stopped how many seconds the stop took
   * @param steps how many seconds each part took, by its name
   * @param memory what each process held, by its name; the services by theirs
   */
  record Start(
      double seconds, double stopped, Map<String, Double> steps, Map<String, HeldMemory> memory) {}

  /** Starts and stops so many times; nothing is left behind. */
  List<Start> run(int times) throws Exception {
    var directory = Files.createTempDirectory("caseclock-start-");
    var options =
        how.apply(
            StackOptions.in(Path.of(System.getProperty("caseclock.repository", ".")))
                .keptIn(directory)
                .on(StackPorts.free()));
    try {
      List<Start> starts = new ArrayList<>();
      for (var time = 0; time < times; time++) {
        starts.add(start(options));
      }
      return starts;
    } finally {
      FileTree.delete(directory);
    }
  }

  private static Start start(StackOptions options) throws Exception {
    Map<String, Double> steps = new LinkedHashMap<>();
    var stack =
        LocalStack.prepare(
            options,
            (step, took, note) -> {
              synchronized (steps) {
                steps.put(step, took.toMillis() / 1000.0);
              }
            });
    var atTheEnd = new Thread(stack::close);
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    try {
      var took = Timings.nanosOf(stack::start) / 1e9;
      Thread.sleep(REST);
      var memory = memory(stack);
      var stopped = Timings.nanosOf(stack::close) / 1e9;
      return new Start(took, stopped, Map.copyOf(steps), memory);
    } finally {
      stack.close();
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
  }

  private static Map<String, HeldMemory> memory(LocalStack stack) {
    Map<String, HeldMemory> memory = new LinkedHashMap<>();
    for (ServiceProcess service : stack.services()) {
      memory.put(service.name(), HeldMemory.of(service.handle().orElseThrow()));
    }
    memory.put("Kafka", HeldMemory.of(stack.kafka().handle()));
    memory.put("PostgreSQL", HeldMemory.of(stack.postgres().postmaster()));
    return memory;
  }
}
