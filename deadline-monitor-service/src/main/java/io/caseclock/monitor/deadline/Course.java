package io.caseclock.monitor.deadline;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.monitor.period.Due;
import io.caseclock.time.LegalDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the end of a period, in the order of its effect: enough to draw it.
 *
 * @param first when it was due before anything happened to it
 * @param extensions the approvals that moved it
 * @param leftOut what did not count; stretches that overlap are there once
 */
public record Course(Due first, List<Extended> extensions, List<LeftOut> leftOut) {

  /**
   * An extension that had an effect.
   *
   * @param event the approval
   * @param at when it was approved
   */
  public record Extended(EventId event, Instant at, Due before, Due after) {}

  /**
   * A stretch that does not count. Of a period in days it consists of whole days.
   *
   * @param from inclusive
   * @param to exclusive; null while it lasts
   */
  public record LeftOut(Names names, Instant from, @Nullable Instant to) {}

  public Course {
    extensions = List.copyOf(extensions);
    leftOut = List.copyOf(leftOut);
  }

  static Course of(WalkResult walked, LegalDays of) {
    List<Extended> extensions = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    var end = walked.first().due();
    for (var step : walked.steps()) {
      switch (step) {
        case PeriodStep.Extended extended -> {
          var approval = extended.approval();
          var after = extended.after().due();
          extensions.add(new Extended(approval.eventId(), approval.occurredAt(), end, after));
          end = after;
        }
        case PeriodStep.DaysLeftOut days -> {
          addDays(days, of, leftOut);
          end = days.after().due();
        }
        case PeriodStep.TimeLeftOut time -> {
          if (time.to().isAfter(time.from())) {
            leftOut.add(new LeftOut(time.span().names(), time.from(), time.to()));
          }
          end = time.after().due();
        }
        case PeriodStep.Paused paused ->
            leftOut.add(
                new LeftOut(paused.span().names(), paused.span().from().occurredAt(), null));
        case PeriodStep.Refused refused -> {}
        case PeriodStep.TooLate late -> {}
      }
    }
    return new Course(walked.first().due(), extensions, leftOut);
  }

  private static void addDays(PeriodStep.DaysLeftOut days, LegalDays of, List<LeftOut> leftOut) {
    if (days.to().isAfter(days.from())) {
      leftOut.add(new LeftOut(days.span().names(), of.endOf(days.from()), of.endOf(days.to())));
    }
  }
}
