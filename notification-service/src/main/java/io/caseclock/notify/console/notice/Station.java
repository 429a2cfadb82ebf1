package io.caseclock.notify.console.notice;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeState.Objected;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.StepKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place on the way of a notice from its issue to its end.
 *
 * @param step how it was reached last; null where it was not
 * @param place done, next, late or ahead
 * @param due by when it has to be reached, of the next one; null where nothing is due
 */
public record Station(
    StepKind kind, @Nullable NoticeStep step, Place place, @Nullable NoticeDeadline due) {

  /** Where a station lies as seen from where the notice stands. */
  public enum Place {
    DONE,
    NEXT,
    LATE,
    AHEAD
  }

  private static final List<StepKind> WAY =
      List.of(
          StepKind.ISSUED,
          StepKind.DELIVERED,
          StepKind.SIGNED,
          StepKind.RECTIFIED,
          StepKind.ACCEPTED,
          StepKind.CLOSED);

  /** The whole way; what was taken back goes no further. */
  static List<Station> of(
      Notice notice, List<NoticeStep> history, @Nullable NoticeDeadline due, Instant now) {
    var reached = reached(notice.state(), history);
    return IntStream.range(0, WAY.size())
        .mapToObj(at -> at(at, notice, history, reached, due, now))
        .toList();
  }

  private static Station at(
      int at,
      Notice notice,
      List<NoticeStep> history,
      int reached,
      @Nullable NoticeDeadline due,
      Instant now) {
    var kind = WAY.get(at);
    if (at < reached) {
      return new Station(kind, last(history, kind), Place.DONE, null);
    }
    if (at > reached || notice.state().isFinished()) {
      return new Station(kind, null, Place.AHEAD, null);
    }
    var isLate = due != null && due.isLate(now);
    return new Station(kind, null, isLate ? Place.LATE : Place.NEXT, due);
  }

  /** How many stations lie behind it. */
  private static int reached(NoticeState state, List<NoticeStep> history) {
    return switch (state) {
      case NoticeState.Issued issued -> 1;
      case NoticeState.Delivered delivered -> 2;
      case NoticeState.Signed signed -> 3;
      case NoticeState.InRectification planned -> 3;
      case NoticeState.Returned returned -> 3;
      case Objected objected -> objected.before() instanceof NoticeState.Signed ? 3 : 2;
      case NoticeState.Rectified rectified -> 4;
      case NoticeState.UnderReview review -> 4;
      case NoticeState.Accepted accepted -> 5;
      case NoticeState.Closed closed -> 6;
      case NoticeState.Withdrawn withdrawn ->
          (int) WAY.stream().takeWhile(kind -> last(history, kind) != null).count();
    };
  }

  private static @Nullable NoticeStep last(List<NoticeStep> history, StepKind kind) {
    return history.stream()
        .filter(step -> step.kind() == kind)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
