package io.caseclock.retention.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.audit.AuditEntry;
import io.caseclock.retention.Purge;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.PurgeOld;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRunTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Deque<List<PurgedCase>> batches = new ArrayDeque<>();
  private final List<AuditEntry> audit = new ArrayList<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Purge evidence = (before, most) -> batches.isEmpty() ? List.of() : batches.remove();

  @Test
  void batches_follow_each_other_to_the_last_and_each_case_is_told() {
    batches.add(List.of(new PurgedCase("A1", 1), new PurgedCase("A2", 3)));
    batches.add(List.of(new PurgedCase("A3", 1)));

    job(Duration.ofDays(365)).run();

    assertThat(batches).isEmpty();
    assertThat(audit)
        .extracting(AuditEntry::ids)
        .containsExactly(Map.of("caseId", "A1"), Map.of("caseId", "A2"), Map.of("caseId", "A3"));
    assertThat(audit)
        .extracting(AuditEntry::operation)
        .containsOnly("PURGE /cases/{caseId}/old-evidence");
    assertThat(audit).extracting(AuditEntry::requestId).containsOnly(audit.getFirst().requestId());
    assertThat(purgedCases()).isEqualTo(3);
  }

  @Test
  void what_is_kept_for_ever_is_left_alone() {
    batches.add(List.of(new PurgedCase("A1", 1)));

    job(null).run();

    assertThat(batches).hasSize(1);
    assertThat(audit).isEmpty();
    assertThat(purgedCases()).isZero();
  }

  @Test
  void each_kind_goes_by_its_own_setting() {
    batches.add(List.of(new PurgedCase("A1", 1)));
    var kept = new PurgeOld("evidence", evidence, 20, null);
    var old = new PurgeOld("messages", evidence, 20, Duration.ofDays(365));

    new RetentionRun("one-service", List.of(kept, old), audit::add, () -> NOW, meters).run();

    assertThat(batches).isEmpty();
    assertThat(audit)
        .extracting(AuditEntry::operation)
        .containsExactly("PURGE /cases/{caseId}/old-messages");
    assertThat(purgedCases()).isZero();
  }

  @Test
  void how_long_ago_everything_was_gone_through_is_told_and_a_failure_changes_nothing() {
    var now = new AtomicReference<>(NOW);
    var breaks = new AtomicBoolean(true);
    Purge broken =
        (before, most) -> {
          if (breaks.get()) {
            throw new IllegalStateException("no right to");
          }
          return List.of();
        };
    var old = new PurgeOld("evidence", broken, 20, Duration.ofDays(365));
    var run = new RetentionRun("one-service", List.of(old), audit::add, now::get, meters);

    now.set(NOW.plusSeconds(3_600));
    assertThatThrownBy(run::run).isInstanceOf(IllegalStateException.class);
    assertThat(sinceDone()).isEqualTo(3_600);

    breaks.set(false);
    run.run();
    assertThat(sinceDone()).isZero();
  }

  private double sinceDone() {
    return meters.get("caseclock.retention.since").gauge().value();
  }

  private RetentionRun job(@Nullable Duration keptFor) {
    var old = new PurgeOld("evidence", evidence, 20, keptFor);
    return new RetentionRun("one-service", List.of(old), audit::add, () -> NOW, meters);
  }

  private double purgedCases() {
    return meters.get("caseclock.retention.purged").tag("kind", "evidence").counter().count();
  }
}
