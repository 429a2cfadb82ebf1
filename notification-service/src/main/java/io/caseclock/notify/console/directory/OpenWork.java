package io.caseclock.notify.console.directory;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer still has to do, as the monitor tells it.
 *
 * @param next where there is more; null else
 */
record OpenWork(List<Deadline> deadlines, @Nullable String next) {

  /**
   * An open deadline.
   *
   * @param zone of its pack; null where the monitor does not say
   */
  record Deadline(
      String caseId,
      Names names,
      String severity,
      String status,
      @Nullable Instant dueAt,
      @Nullable ZoneId zone) {}
}
