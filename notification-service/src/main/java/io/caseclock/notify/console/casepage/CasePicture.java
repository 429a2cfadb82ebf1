package io.caseclock.notify.console.casepage;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.casepage.CaseTimeline.Drawn;
import io.caseclock.notify.console.casepage.EventMarks.Mark;
import io.caseclock.notify.console.casepage.TimeAxis.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time of a case as one picture: marks of events at the top, a bar for each deadline below.
 *
 * @param now the place of the present, or of the day as of which it is drawn
 * @param rows the open deadlines, the most urgent first; {@link #MOST_ROWS} at most
 * @param folded all others, in a picture of their own on the same axis
 */
record CasePicture(
    int height,
    int foldedHeight,
    List<Tick> ticks,
    List<Mark> marks,
    int now,
    List<DeadlineRow> rows,
    List<DeadlineRow> folded) {

  static final int WIDTH = 1200;
  static final int LEFT = 172;
  static final int RIGHT = 24;

  /** Where the bars begin, below the marks of the events. */
  static final int TOP = 96;

  static final int TOP_WITHOUT_MARKS = 30;
  static final int MOST_ROWS = 30;
  private static final int LABEL_WIDTH = 12;
  private static final int MOST_LINES = 3;

  private static final Duration SHORTEST = Duration.ofDays(2);

  /** As far as that is looked ahead of a case however young it is. */
  private static final Duration AHEAD = Duration.ofDays(90);

  /**
   * Lays a case out.
   *
   * @param pick the texts in the language of the page
   */
  static CasePicture of(CaseTimeline timeline, Function<Names, String> pick, boolean inChinese) {
    var axis = axis(timeline);
    var open = timeline.deadlines().stream().filter(Drawn::isOpen).limit(MOST_ROWS).toList();
    var others =
        timeline.deadlines().stream().filter(deadline -> !open.contains(deadline)).toList();
    var rows = rows(open, TOP, axis, timeline.at(), pick);
    var folded = rows(others, TOP_WITHOUT_MARKS, axis, timeline.at(), pick);
    return new CasePicture(
        TOP + rows.size() * DeadlineRow.HEIGHT + 8,
        TOP_WITHOUT_MARKS + folded.size() * DeadlineRow.HEIGHT + 8,
        axis.ticks(inChinese),
        EventMarks.of(timeline.groups(), axis),
        axis.x(timeline.at()),
        rows,
        folded);
  }

  private static List<DeadlineRow> rows(
      List<Drawn> deadlines, int top, TimeAxis axis, Instant now, Function<Names, String> pick) {
    List<DeadlineRow> rows = new ArrayList<>();
    for (var deadline : deadlines) {
      var y = top + rows.size() * DeadlineRow.HEIGHT;
      rows.add(DeadlineRow.of(deadline, label(deadline, pick), y, axis, now));
    }
    return rows;
  }

  /** The name of the rule, and whom it is about where there is room. */
  private static List<String> label(Drawn deadline, Function<Names, String> pick) {
    var name = LabelText.lines(pick.apply(deadline.names()), LABEL_WIDTH, MOST_LINES);
    if (name.size() == MOST_LINES || deadline.isAboutTheCase()) {
      return name;
    }
    return Stream.concat(
            name.stream(),
            LabelText.lines(pick.apply(deadline.subjectNames()), LABEL_WIDTH, 1).stream())
        .toList();
  }

  /**
   * From the first instant of anything to the last one of what is open, but no further than the
   * case is old, or {@link #AHEAD}: a period of thirty years must not squeeze one of a day.
   */
  static TimeAxis axis(CaseTimeline timeline) {
    var now = timeline.at();
    var first = earliest(timeline, now);
    var last = latest(timeline, now);
    var age = Duration.between(first, now);
    var furthest = now.plus(age.compareTo(AHEAD) > 0 ? age : AHEAD);
    var to = last.isAfter(furthest) ? furthest : last;
    var span = Duration.between(first, to);
    var margin = (span.compareTo(SHORTEST) < 0 ? SHORTEST : span).dividedBy(40);
    return new TimeAxis(
        first.minus(margin),
        to.plus(margin.multipliedBy(2)),
        timeline.axisZone(),
        LEFT,
        WIDTH - LEFT - RIGHT);
  }

  private static Instant earliest(CaseTimeline timeline, Instant now) {
    return Stream.concat(
            timeline.groups().stream().map(CaseTimeline.Group::first),
            timeline.deadlines().stream().flatMap(CasePicture::beginnings))
        .min(Instant::compareTo)
        .filter(first -> first.isBefore(now))
        .orElse(now);
  }

  /** A period that counts back from a day may be due before it was started. */
  private static Stream<Instant> beginnings(Drawn deadline) {
    return Stream.of(deadline.startedAt());
  }

  private static Instant latest(CaseTimeline timeline, Instant now) {
    return Stream.concat(
            timeline.groups().stream().map(CaseTimeline.Group::last),
            timeline.deadlines().stream()
                .flatMap(one -> Stream.of(end(one.dueAt(), one), end(one.endedAt(), one))))
        .max(Instant::compareTo)
        .filter(last -> last.isAfter(now))
        .orElse(now);
  }

  private static Instant end(@Nullable Instant at, Drawn deadline) {
    return at == null ? deadline.startedAt() : at;
  }

  /** Whether anything is drawn at all. */
  public boolean isEmpty() {
    return marks.isEmpty() && rows.isEmpty() && folded.isEmpty();
  }

  public int width() {
    return WIDTH;
  }

  public int left() {
    return LEFT;
  }

  /** Where the label of the present stands. */
  public int nowLabel() {
    return now + 4;
  }

  /** The right end of the axis. */
  public int right() {
    return WIDTH - RIGHT;
  }
}
