package io.caseclock.bench.console;

import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Waits until a stack has nothing left to do but its usual look around. */
record Calm(LocalStack stack) {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final int CALM_LOOKS = 3;

  /** Of one processor, which the regular jobs of all services take. */
  private static final double USUAL = 0.2;

  /** Returns whether the stack was calm three times in succession before the time was over. */
  boolean await(Duration longest) throws InterruptedException {
    var giveUp = System.nanoTime() + longest.toNanos();
    var calm = 0;
    var before = processorTimes();
    while (calm < CALM_LOOKS) {
      if (System.nanoTime() > giveUp) {
        return false;
      }
      Thread.sleep(LOOK_EVERY);
      var now = processorTimes();
      calm = share(before, now) < USUAL ? calm + 1 : 0;
      before = now;
    }
    return true;
  }

  private static double share(Map<Long, Duration> before, Map<Long, Duration> now) {
    var spent =
        now.entrySet().stream()
            .mapToLong(
                one ->
                    one.getValue()
                        .minus(before.getOrDefault(one.getKey(), Duration.ZERO))
                        .toMillis())
            .sum();
    return spent / (double) LOOK_EVERY.toMillis();
  }

  /** What each process of the services and of PostgreSQL took since it began. */
  private Map<Long, Duration> processorTimes() {
    var services = stack.services().stream().map(ServiceProcess::handle).flatMap(Optional::stream);
    var database = stack.postgres().postmaster();
    Map<Long, Duration> times = new HashMap<>();
    Stream.of(services, Stream.of(database), database.descendants())
        .flatMap(each -> each)
        .forEach(
            process ->
                process
                    .info()
                    .totalCpuDuration()
                    .ifPresent(took -> times.put(process.pid(), took)));
    return times;
  }
}
