package io.caseclock.notify.overview;

import io.caseclock.notify.overview.OpenWorkCounts.Asked;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.pack.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what waits for people today. */
public final class CountOpenWork {

  private final OpenWorkCounts counts;
  private final List<String> callBacks;
  private final ZoneId zone;

  /**
   * @param zone in which today is a day
   */
  public CountOpenWork(OpenWorkCounts counts, TaskKinds kinds, ZoneId zone) {
    this.counts = counts;
    this.callBacks = kinds.all().stream().filter(TaskKind::call).map(TaskKind::id).toList();
    this.zone = zone;
  }

  /** Of a unit and all below it. */
  public OpenWork of(String unit, Instant now) {
    return counts.of(asked(unit, null, now));
  }

  /** What is about the cases of one officer. */
  public OpenWork ofOfficer(String unit, String officer, Instant now) {
    return counts.of(asked(unit, officer, now));
  }

  /** The kinds of tasks that are call-backs. */
  public List<String> callBacks() {
    return callBacks;
  }

  public LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  private Asked asked(String unit, @Nullable String officer, Instant now) {
    var end = today(now).plusDays(1).atStartOfDay(zone).toInstant();
    return new Asked(unit, officer, callBacks, now, end);
  }
}
