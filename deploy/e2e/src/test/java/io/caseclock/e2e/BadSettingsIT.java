package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.StackException;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that is set up wrongly says which setting is wrong and why, and no more. */
class BadSettingsIT {

  @ParameterizedTest
  @CsvSource({
    "CASECLOCK_RETENTION_EVIDENCE, 1d, caseclock.retention.evidence is at least 184 days",
    "CASECLOCK_RETENTION_MESSAGES, soon, caseclock.retention.messages",
    "CASECLOCK_AUDIT_LOG_RETENTION, 1d, caseclock.audit-log.retention is at least 184 days",
    "CASECLOCK_LISTS_EVERY, soon, caseclock.lists.every",
    "CASECLOCK_ESCALATION_EVERY, 0s, caseclock.escalation.every",
    "CASECLOCK_AUDIT_CRON, 30 3 * * *, caseclock.audit.cron",
    "CASECLOCK_SWEEP_SETTLE_SHORTEST, 9h, caseclock.sweep: settle-shortest",
    "CASECLOCK_PACKS, no-such-pack, caseclock.packs=[no-such-pack]"
  })
  void ends_the_start_with_a_line_that_names_it(
      String key, String value, String told, @TempDir Path directory) {
    var options =
        StackOptions.in(Suite.repository())
            .keptIn(directory)
            .on(StackPorts.free())
            .told(key, value);

    assertThatThrownBy(() -> LocalStack.start(options, ProgressListener.SILENT).close())
        .isInstanceOf(StackException.class)
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .contains("ended while it started", told)
                    .doesNotContain("\tat "));
  }
}
