package io.caseclock.notify.console.casepage;

import io.caseclock.notify.console.casepage.CaseTimeline.Drawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as a bar on the axis.
 *
 * @param y the upper edge of its row
 * @param label its name, in up to three lines that have room beside the bar
 * @param bar from the start to the due instant; while paused, to now
 * @param extensions what approvals added
 * @param leftOut what does not count
 * @param overrun from the due instant until it was mended, or to now; null where it was not late
 * @param due the due instant; null while it is paused
 * @param dueAtEnd whether its label stands to the left of it, since there is no room to the right
 * @param alternative the due instant by the other reading; null where there is none
 * @param end where it ended; null while it is open
 * @param beyond whether it goes on behind the end of the axis
 */
record DeadlineRow(
    Drawn deadline,
    int y,
    List<String> label,
    Bar bar,
    List<Bar> extensions,
    List<Bar> leftOut,
    @Nullable Bar overrun,
    @Nullable Integer due,
    boolean dueAtEnd,
    @Nullable Integer alternative,
    @Nullable Integer end,
    boolean beyond) {

  static final int HEIGHT = 44;

  /** A label of a due instant takes that much. */
  private static final int ROOM = 96;

  /** So many bars are drawn each by itself. */
  private static final int MANY = 20;

  /** A gap of that width is none. */
  private static final int UNSEEN = 2;

  /** A piece of a bar; thin ones are made visible. */
  record Bar(int x, int width) {

    int end() {
      return x + width;
    }

    static Bar between(int one, int other) {
      var from = Math.min(one, other);
      return new Bar(from, Math.max(2, Math.max(one, other) - from));
    }
  }

  static DeadlineRow of(Drawn deadline, List<String> label, int y, TimeAxis axis, Instant now) {
    var start = axis.x(deadline.startedAt());
    var dueAt = deadline.dueAt();
    var ended = deadline.endedAt();
    var until = dueAt != null ? dueAt : Objects.requireNonNullElse(ended, now);
    var other = deadline.alternative() == null ? null : deadline.alternative().dueAt();
    var due = dueAt == null ? null : axis.x(dueAt);
    return new DeadlineRow(
        deadline,
        y,
        label,
        Bar.between(start, axis.x(until)),
        extensions(deadline, axis),
        leftOut(deadline, axis, Objects.requireNonNullElse(ended, now)),
        overrun(deadline, axis, now),
        due,
        due != null && due > axis.left() + axis.width() - ROOM,
        other == null ? null : axis.x(other),
        ended == null ? null : axis.x(ended),
        dueAt != null && axis.isBehindTheEnd(dueAt));
  }

  private static List<Bar> extensions(Drawn deadline, TimeAxis axis) {
    List<Bar> bars = new ArrayList<>();
    for (var extension : deadline.extensions()) {
      bars.add(Bar.between(axis.x(extension.dueBefore()), axis.x(extension.dueAfter())));
    }
    return joined(bars);
  }

  /** Of very many, as few as look the same: those between which nobody sees a gap are one. */
  private static List<Bar> joined(List<Bar> bars) {
    if (bars.size() <= MANY) {
      return bars;
    }
    List<Bar> joined = new ArrayList<>();
    for (var bar : bars.stream().sorted(Comparator.comparingInt(Bar::x)).toList()) {
      if (!joined.isEmpty() && bar.x() <= joined.getLast().end() + UNSEEN) {
        var before = joined.removeLast();
        joined.add(Bar.between(before.x(), Math.max(before.end(), bar.end())));
      } else {
        joined.add(bar);
      }
    }
    return joined;
  }

  private static List<Bar> leftOut(Drawn deadline, TimeAxis axis, Instant now) {
    List<Bar> bars = new ArrayList<>();
    for (var span : deadline.leftOut()) {
      bars.add(
          Bar.between(axis.x(span.from()), axis.x(Objects.requireNonNullElse(span.to(), now))));
    }
    return joined(bars);
  }

  private static @Nullable Bar overrun(Drawn deadline, TimeAxis axis, Instant now) {
    var due = deadline.dueAt();
    var until = Objects.requireNonNullElse(deadline.endedAt(), now);
    return due != null && deadline.late() && until.isAfter(due)
        ? Bar.between(axis.x(due), axis.x(until))
        : null;
  }

  /** A line of the label and where it stands. */
  record Line(String text, int y, boolean isSecond) {}

  /** The label, line by line. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    var first = label.size() > 2 ? 13 : 21;
    var apart = label.size() > 2 ? 13 : 15;
    for (var text : label) {
      lines.add(new Line(text, y + first + lines.size() * apart, !lines.isEmpty()));
    }
    return lines;
  }

  /** The upper edge of the bar. */
  public int barY() {
    return y + 20;
  }

  /** The upper edge of what stands in the middle of the bar. */
  public int overrunY() {
    return y + 24;
  }

  /** The middle of the bar. */
  public int middleY() {
    return y + 27;
  }

  /** Where the sign at the end stands. */
  public int signY() {
    return y + 31;
  }

  /** The upper end of the tick at the due instant. */
  public int tickY() {
    return y + 14;
  }

  /** Where the label of the due instant stands: beside its tick. */
  public int dueLabelX() {
    var x = due == null ? 0 : due;
    return dueAtEnd ? x - 4 : x + 4;
  }

  public int dueLabelY() {
    return y + 15;
  }

  /** The whole width, for the line above the row. */
  public int width() {
    return CasePicture.WIDTH;
  }
}
