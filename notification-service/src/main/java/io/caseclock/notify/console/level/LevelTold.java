package io.caseclock.notify.console.level;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a case, as the monitor tells it; see {@code GET /api/v1/cases/{caseId}/level}.
 *
 * @param level ordinary or restricted
 * @param reason why it was set; null where nobody ever set one, as are the next two
 * @param openUntil until when the visitor sees it because they opened it in need; null for others
 * @param changes who set it when and why, the newest first
 */
public record LevelTold(
    String level,
    @Nullable String reason,
    @Nullable String by,
    @Nullable Instant at,
    @Nullable Instant openUntil,
    List<Change> changes) {

  /** That somebody set the level. */
  public record Change(String to, String reason, String by, Instant at) {

    /** Leaves out the reason, which may name persons. */
    @Override
    public String toString() {
      return "Change[" + to + ", " + at + "]";
    }
  }

  /** A monitor of a version before tells no changes. */
  public LevelTold {
    changes = Objects.requireNonNullElse(changes, List.of());
  }

  static final String ORDINARY = "ordinary";
  static final String RESTRICTED = "restricted";

  public boolean isRestricted() {
    return level.equals(RESTRICTED);
  }

  /** Which setting it is, for a form that shows it; empty where nobody ever set one. */
  String seen() {
    return Objects.toString(at, "");
  }

  /** The same for the monitor, which sets another one only in its place. */
  String version() {
    return Objects.toString(at, "none");
  }

  /** The other level. */
  String other() {
    return isRestricted() ? ORDINARY : RESTRICTED;
  }

  /** Leaves out the reason, which may name persons. */
  @Override
  public String toString() {
    return "LevelTold[" + level + ", " + at + "]";
  }
}
