package io.caseclock.notify.console;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Words;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silence.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns silences into lines of a page in one language. */
final class SilenceLines {

  private final Lines lines;
  private final PolicyLines policy;
  private final PackNames names;
  private final Instant now;

  SilenceLines(Lines lines, PackNames names, Instant now) {
    this.lines = lines;
    this.policy = new PolicyLines(lines);
    this.names = names;
    this.now = now;
  }

  SilenceLine line(Silence silence, Caller visitor) {
    var standing = silence.standing(now);
    var ends = mayAsk(visitor) && standing != Standing.OVER;
    var approver = silence.approvedBy();
    return new SilenceLine(
        Links.segment(silence.id()),
        lines.text("standing_" + wire(standing)),
        colour(standing),
        lines.unit(silence.unit()),
        covers(silence.covers()),
        silence.reason(),
        lines.officer(silence.author()),
        approver == null ? "" : lines.officer(approver),
        lines.moment(silence.from()),
        lines.due(silence.until()),
        lines.moment(silence.endedAt()),
        ends && standing == Standing.PROPOSED && !isAuthor(silence, visitor),
        ends);
  }

  /** Only a legal officer or a supervisor who is an officer asks, approves and ends. */
  static boolean mayAsk(Caller visitor) {
    return (visitor.is(Role.LEGAL_OFFICER) || visitor.is(Role.SUPERVISOR))
        && visitor.asOfficer().isPresent();
  }

  private static boolean isAuthor(Silence silence, Caller visitor) {
    return visitor.asOfficer().equals(Optional.of(silence.author()));
  }

  private static String wire(Standing standing) {
    return Words.of(standing);
  }

  private static String colour(Standing standing) {
    return switch (standing) {
      case PROPOSED -> "tag-attention";
      case APPROVED, IN_FORCE -> "tag-open";
      case OVER -> "tag-gone";
    };
  }

  private String covers(Silence.Covers covers) {
    List<String> words = new ArrayList<>();
    Optional.ofNullable(covers.kind())
        .map(it -> lines.word("policy_kind_", it))
        .ifPresent(words::add);
    Optional.ofNullable(covers.severity()).map(lines::level).ifPresent(words::add);
    Optional.ofNullable(covers.list()).map(it -> names.list(it, lines)).ifPresent(words::add);
    Optional.ofNullable(covers.rule()).map(it -> names.rule(it, lines)).ifPresent(words::add);
    Optional.ofNullable(covers.caseId()).ifPresent(words::add);
    return words.isEmpty() ? lines.text("covers_all") : policy.listed(words);
  }

  /**
   * A silence as the page shows it.
   *
   * @param covers what it is about, in words
   * @param approver empty while nobody has approved it
   * @param ended when somebody ended it before its time; empty else
   */
  public record SilenceLine(
      String id,
      String standing,
      String colour,
      String unit,
      String covers,
      String reason,
      String author,
      String approver,
      String from,
      String until,
      String ended,
      boolean mayApprove,
      boolean mayEnd) {}
}
