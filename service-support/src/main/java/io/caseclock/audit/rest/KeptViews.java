package io.caseclock.audit.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.caseclock.access.Role;
import io.caseclock.audit.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the requests that only read stand in the audit log: those of people for one thing that
 * the request names, such as a case, a deadline, a notice or an officer, shown or refused.
 *
 * <p>Whoever looks at the same thing again within {@link #ONCE_IN} leaves one entry, so that a page
 * that asks again and again does not fill the log. Of more than 50,000 things that are remembered
 * the ones of longest ago are forgotten, which costs an entry more and never one less.
 */
public final class KeptViews {

  /** A second look within that time leaves no entry of its own. */
  static final Duration ONCE_IN = Duration.ofMinutes(15);

  private static final int MOST_REMEMBERED = 50_000;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int NOT_MODIFIED = 304;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final List<String> MACHINES = List.of(Role.PRECINCT_SYSTEM.wire());

  private final boolean isOn;
  private final Cache<View, Boolean> seen;

  /** Who saw what, acting in which unit, with which answer. */
  private record View(
      @Nullable String account,
      @Nullable String unit,
      String operation,
      Map<String, String> ids,
      int status) {

    static View of(AuditEntry entry) {
      var actor = entry.actor();
      return new View(
          actor.account(), actor.unit(), entry.operation(), entry.ids(), entry.status());
    }
  }

  /**
   * @param isOn whether any view is kept
   * @param nanoTime by which a view is a second one
   */
  public KeptViews(boolean isOn, Ticker nanoTime) {
    this.isOn = isOn;
    this.seen =
        Caffeine.newBuilder()
            .ticker(nanoTime)
            .executor(Runnable::run)
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ONCE_IN)
            .build();
  }

  /**
   * Whether an entry about a request that only read is kept; remembers it if so.
   *
   * @param entry with the path's variables and the one thing that was asked for in its ids
   */
  boolean takes(AuditEntry entry) {
    return isOn
        && tellsSomething(entry.status())
        && namesOneThing(entry)
        && !entry.actor().roles().equals(MACHINES)
        && seen.asMap().putIfAbsent(View.of(entry), true) == null;
  }

  /**
   * Shown, or a try to see what may not be seen; what cannot be meant has shown nothing, nor has
   * what leads elsewhere, where it is a look of its own.
   */
  private static boolean tellsSomething(int status) {
    return status < MULTIPLE_CHOICES
        || status == NOT_MODIFIED
        || status == FORBIDDEN
        || status == NOT_FOUND;
  }

  private static boolean namesOneThing(AuditEntry entry) {
    return entry.operation().contains("{") || NamedIds.holdOneThing(entry.ids());
  }
}
