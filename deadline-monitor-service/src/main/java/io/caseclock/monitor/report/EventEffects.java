package io.caseclock.monitor.report;

import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.NoEffect;
import java.time.Instant;
import java.util.List;

/**
 * What an event led to.
 *
 * @param evaluatedAt when its case was evaluated with it
 * @param noEffect why no deadline changed by it; empty where one did
 */
public record EventEffects(
    String source,
    String id,
    String caseId,
    String type,
    Instant acceptedAt,
    Instant evaluatedAt,
    List<Effect> deadlines,
    List<Without> noEffect) {

  /** One deadline that it opened, moved or ended. */
  public record Effect(String deadlineId, String rule, String change, Instant at) {}

  /**
   * A reason why no deadline changed.
   *
   * @param reason a word for programs
   * @param rules the rules concerned
   * @param detail why an extension was refused, or a case set aside; empty for none
   */
  public record Without(String reason, List<String> rules, String detail, Names text) {

    public static Without of(NoEffect why) {
      return new Without(why.reason().wire(), why.rules(), why.detail(), why.reason().names());
    }

    public Without {
      rules = List.copyOf(rules);
    }
  }

  public EventEffects {
    deadlines = List.copyOf(deadlines);
    noEffect = List.copyOf(noEffect);
  }

  /** The same, with the reasons why no deadline changed. */
  public EventEffects without(List<NoEffect> reasons) {
    return new EventEffects(
        source,
        id,
        caseId,
        type,
        acceptedAt,
        evaluatedAt,
        deadlines,
        reasons.stream().map(Without::of).toList());
  }
}
