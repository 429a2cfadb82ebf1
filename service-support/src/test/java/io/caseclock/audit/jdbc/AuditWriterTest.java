package io.caseclock.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AuditWriterTest {

  private static final Instant NOW = Instant.parse("2026-03-12T00:00:00Z");
  private static final Duration RETENTION = Duration.ofDays(200);

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Kept kept = new Kept();
  private final AuditWriter writer = new AuditWriter(kept, RETENTION, () -> NOW, meters);

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void each_entry_is_written_once_and_in_order() {
    writer.start();
    for (var n = 0; n < 450; n++) {
      writer.keep(entry("r" + n));
    }

    await().until(() -> kept.ids.size() == 450);
    assertThat(kept.ids).startsWith("r0", "r1").endsWith("r449").doesNotHaveDuplicates();
  }

  @Test
  void entries_wait_for_a_database_that_is_away() {
    kept.failing = new SQLTransientConnectionException("away");
    writer.start();
    writer.keep(entry("late"));
    await().until(() -> kept.attempts.get() > 1);

    kept.failing = null;

    await().until(() -> kept.ids.equals(List.of("late")));
    assertThat(lost()).isZero();
  }

  @Test
  void an_entry_that_the_database_never_takes_is_counted_and_takes_no_other_with_it() {
    kept.refused = "bad";
    writer.keep(entry("one"));
    writer.keep(entry("bad"));
    writer.keep(entry("two"));
    writer.start();

    await().until(() -> kept.ids.equals(List.of("one", "two")));
    assertThat(lost()).isEqualTo(1);
  }

  @Test
  void what_waits_at_the_shutdown_is_written_first() {
    writer.keep(entry("last"));
    writer.start();

    writer.close();

    assertThat(kept.ids).containsExactly("last");
  }

  @Test
  void what_is_older_than_the_retention_is_forgotten_in_portions() {
    kept.old.set(12_000);
    writer.start();

    await().until(() -> kept.old.get() == 0);
    assertThat(kept.forgottenBefore).isEqualTo(NOW.minus(RETENTION));
  }

  private double lost() {
    return meters.counter("caseclock.audit.log.lost").count();
  }

  private static AuditEntry entry(String id) {
    var actor = new Actor("legal", "L9", List.of("legal-officer"), "D01");
    return new AuditEntry(NOW, actor, "POST /silences", Map.of(), 303, id);
  }

  /** Keeps what it is given, unless it is told to fail. */
  private static final class Kept implements AuditStore {

    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger old = new AtomicInteger();
    private volatile @Nullable SQLException failing;
    private volatile String refused = "";
    private volatile @Nullable Instant forgottenBefore;

    @Override
    public void append(List<AuditEntry> entries) {
      attempts.incrementAndGet();
      if (failing != null) {
        throw new IllegalStateException(failing);
      }
      if (entries.stream().anyMatch(entry -> entry.requestId().equals(refused))) {
        throw new IllegalStateException("value out of range");
      }
      entries.forEach(entry -> ids.add(entry.requestId()));
    }

    @Override
    public int forget(Instant before, int most) {
      forgottenBefore = before;
      var forgotten = Math.min(most, old.get());
      old.addAndGet(-forgotten);
      return forgotten;
    }
  }
}
