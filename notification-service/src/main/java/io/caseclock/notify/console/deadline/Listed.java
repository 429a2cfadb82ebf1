package io.caseclock.notify.console.deadline;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.pack.RuleWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deadline as the monitor lists it; what the page does not show is left out. */
record Listed(
    String id,
    String caseId,
    String subject,
    String rule,
    Names names,
    String element,
    String severity,
    String unit,
    @Nullable String officer,
    Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueOn,
    ZoneId zone,
    String status,
    boolean provisional,
    @Nullable Instant endedAt,
    @Nullable String risk) {

  /**
   * A page of them.
   *
   * @param next the place of the next page; null on the last
   */
  record Page(List<Listed> deadlines, @Nullable String next) {

    Page {
      deadlines = List.copyOf(deadlines);
    }
  }

  public Names statusNames() {
    return statusNames(status);
  }

  static Names statusNames(String word) {
    return Arrays.stream(DeadlineStatus.values())
        .filter(status -> status.wire().equals(word))
        .map(DeadlineStatus::names)
        .findFirst()
        .orElse(new Names(word, word));
  }

  public Names elementNames() {
    return RuleWords.element(element);
  }

  public boolean isBreached() {
    return status.equals(DeadlineStatus.BREACHED.wire());
  }

  /** Still to be done. */
  public boolean isOpen() {
    return isBreached()
        || status.equals(DeadlineStatus.RUNNING.wire())
        || status.equals(DeadlineStatus.PAUSED.wire());
  }

  /** The look of its badge. */
  public String tag() {
    return switch (status) {
      case "breached" -> "tag-breach";
      case "running" -> "tag-open";
      case "paused", "met-late", "cut-short" -> "tag-attention";
      case "met" -> "tag-done";
      default -> "tag-gone";
    };
  }

  public String rulePath() {
    return "/rules/" + Links.segment(rule);
  }

  /** Where the case's page explains it. */
  public String whyPath() {
    return Links.toCase(caseId) + "#deadline-" + id;
  }
}
