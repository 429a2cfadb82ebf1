package io.caseclock.notify.silence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A silence as it stands.
 *
 * @param unit it covers what concerns this unit and all below it
 * @param from inclusive
 * @param until exclusive; what was held back is told then, if it still holds
 * @param authorLine the author's unit and the units above it, nearest first
 * @param approvedBy a second person; null while nobody has approved, and then it hides nothing
 * @param endedBy who ended it before its time; null else
 */
public record Silence(
    String id,
    String unit,
    Covers covers,
    String reason,
    String author,
    List<String> authorLine,
    Instant createdAt,
    Instant from,
    Instant until,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  /**
   * Which messages of the unit are meant; null means any.
   *
   * @param kind such as {@code warning} or {@code breach}
   */
  public record Covers(
      @Nullable String kind,
      @Nullable String severity,
      @Nullable String list,
      @Nullable String rule,
      @Nullable String caseId) {

    /** Whether no member is given, so that it covers whatever concerns the unit. */
    public boolean isEverything() {
      return kind == null && severity == null && list == null && rule == null && caseId == null;
    }

    boolean fits(Told told) {
      return asks(kind, told.kind())
          && asks(severity, told.severity())
          && asks(list, told.list())
          && asks(rule, told.rule())
          && asks(caseId, told.caseId());
    }

    private static boolean asks(@Nullable String asked, @Nullable String value) {
      return asked == null || asked.equals(value);
    }
  }

  /**
   * What is about to be told to whom.
   *
   * @param line the unit that it concerns and the units above it
   * @param postedAt where the addressee serves
   * @param toSupervisor whether the addressee is told as somebody who watches over the unit
   * @param access whether it says that somebody opened a restricted case in need
   */
  public record Told(
      String kind,
      String severity,
      @Nullable String list,
      @Nullable String rule,
      String caseId,
      List<String> line,
      String addressee,
      String postedAt,
      boolean toSupervisor,
      boolean access) {}

  /** How a silence stands at an instant. */
  public enum Standing {
    PROPOSED,
    APPROVED,
    IN_FORCE,
    OVER
  }

  public Silence {
    authorLine = List.copyOf(authorLine);
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a silence ends after it begins");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a silence needs a reason");
    }
  }

  Silence approved(String by, Instant at) {
    return decided(by, at, endedBy, endedAt);
  }

  Silence ended(String by, Instant at) {
    return decided(approvedBy, approvedAt, by, at);
  }

  private Silence decided(
      @Nullable String newApprovedBy,
      @Nullable Instant newApprovedAt,
      @Nullable String newEndedBy,
      @Nullable Instant newEndedAt) {
    return new Silence(
        id,
        unit,
        covers,
        reason,
        author,
        authorLine,
        createdAt,
        from,
        until,
        newApprovedBy,
        newApprovedAt,
        newEndedBy,
        newEndedAt);
  }

  public Standing standing(Instant now) {
    if (endedAt != null || !now.isBefore(until)) {
      return Standing.OVER;
    }
    if (approvedBy == null) {
      return Standing.PROPOSED;
    }
    return now.isBefore(from) ? Standing.APPROVED : Standing.IN_FORCE;
  }

  /** Whether it hides the message from its recipient at the instant. */
  public boolean hides(Told told, Instant now) {
    return standing(now) == Standing.IN_FORCE
        && told.line().contains(unit)
        && covers.fits(told)
        && !told.access()
        && !isBreachForThoseAbove(told);
  }

  /** Where nobody is above the author, another supervisor of the same unit stands for them. */
  private boolean isBreachForThoseAbove(Told told) {
    if (!told.kind().equals("breach")) {
      return false;
    }
    var above = authorLine.subList(Math.min(1, authorLine.size()), authorLine.size());
    return above.isEmpty()
        ? told.toSupervisor() && !told.addressee().equals(author)
        : above.contains(told.postedAt());
  }
}
