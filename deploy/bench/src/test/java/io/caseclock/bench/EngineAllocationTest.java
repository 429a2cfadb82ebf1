package io.caseclock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an evaluation allocates: 30 kB for the case of twenty events, interpreted or compiled,
 * whatever else the machine does.
 */
class EngineAllocationTest {

  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final Instant NOW = Instant.parse("2026-06-10T02:00:00Z");
  private static final int TIMES = 200;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Engine engine = new Engine(RuleBook.of(PACK), WorkingCalendar.of(PACK));

  @Test
  void the_case_of_twenty_events_takes_less_than_32_kilobytes() {
    var events = TheftCase.events();

    assertThat(events).hasSize(20);
    assertThat(bytesOf(() -> engine.evaluate(Timeline.of(TheftCase.ID, events), NOW)))
        .isBetween(1_000L, 32_000L);
  }

  @Test
  void a_case_that_has_just_begun_takes_a_fraction_of_it() {
    var events = TheftCase.events();
    var one = List.of(events.getFirst());

    var ofOne = bytesOf(() -> engine.evaluate(Timeline.of(TheftCase.ID, one), NOW));
    var ofAll = bytesOf(() -> engine.evaluate(Timeline.of(TheftCase.ID, events), NOW));

    assertThat(ofOne).as("beside %s bytes of all", ofAll).isLessThan(ofAll / 4);
  }

  private static long bytesOf(Runnable work) {
    work.run(); // what is made once for a pack does not count
    var thread = Thread.currentThread().threadId();
    var before = THREADS.getThreadAllocatedBytes(thread);
    for (var time = 0; time < TIMES; time++) {
      work.run();
    }
    return (THREADS.getThreadAllocatedBytes(thread) - before) / TIMES;
  }
}
