package io.caseclock.retention;

import io.caseclock.retention.Purge.PurgedCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes one kind of data that is kept long enough, where a site has said how long that is. */
public final class PurgeOld {

  private final String kind;
  private final Purge data;
  private final int atOnce;
  private final @Nullable Duration keptFor;

  /**
   * @param kind as metrics and the audit log name it, such as {@code evidence}
   * @param atOnce how much one batch deletes at most
   * @param keptFor after the last thing that happened to a case; null for ever
   */
  public PurgeOld(String kind, Purge data, int atOnce, @Nullable Duration keptFor) {
    this.kind = kind;
    this.data = data;
    this.atOnce = atOnce;
    this.keptFor = keptFor;
  }

  public String kind() {
    return kind;
  }

  public boolean isOn() {
    return keptFor != null;
  }

  /** One batch; empty where there is nothing, or nothing left, to delete. */
  public List<PurgedCase> next(Instant now) {
    return keptFor == null ? List.of() : data.purge(now.minus(keptFor), atOnce);
  }
}
