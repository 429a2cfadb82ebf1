package io.caseclock.notify.console.casepage;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.casepage.CaseTimeline.Group;
import io.caseclock.notify.console.casepage.CaseTimeline.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The marks of events on the axis; those that would touch are one mark with their number. */
final class EventMarks {

  /** Marks stand no closer than that. */
  static final int CLOSEST = 22;

  private static final int MOST_NAMES = 8;

  /**
   * A mark.
   *
   * @param shape the kind of a single event; {@code many} for several
   * @param names what happened, each once, the first of it
   * @param more whether there are more names
   */
  record Mark(
      int x,
      String shape,
      int events,
      Group first,
      Group last,
      List<Names> names,
      boolean more,
      int late,
      int withdrawn,
      int withoutEffect) {

    public boolean isMany() {
      return events > 1;
    }

    /** The number inside; what is more than two digits has no room. */
    public String number() {
      return events > 99 ? "99+" : Integer.toString(events);
    }

    /** Whether all of it was withdrawn. */
    public boolean isWithdrawn() {
      return withdrawn == events;
    }

    /** Whether none of it has an effect. */
    public boolean isWithoutEffect() {
      return withoutEffect == events;
    }
  }

  /** From left to right. */
  static List<Mark> of(List<Group> groups, TimeAxis axis) {
    List<Mark> marks = new ArrayList<>();
    List<Group> near = new ArrayList<>();
    for (var group : groups) {
      if (!near.isEmpty() && axis.x(group.first()) - axis.x(near.getFirst().first()) >= CLOSEST) {
        marks.add(mark(near, axis));
        near.clear();
      }
      near.add(group);
    }
    if (!near.isEmpty()) {
      marks.add(mark(near, axis));
    }
    return marks;
  }

  private static Mark mark(List<Group> near, TimeAxis axis) {
    Set<Names> names = new LinkedHashSet<>();
    near.forEach(group -> names.addAll(group.names()));
    var events = near.stream().mapToInt(Group::events).sum();
    var first = near.getFirst();
    return new Mark(
        axis.x(first.first()),
        events == 1 ? first.kinds().getFirst().kind() : "many",
        events,
        first,
        near.getLast(),
        names.stream().limit(MOST_NAMES).toList(),
        names.size() > MOST_NAMES || near.stream().anyMatch(Group::more),
        near.stream().mapToInt(Group::late).sum(),
        near.stream().mapToInt(Group::withdrawn).sum(),
        near.stream().mapToInt(Group::withoutEffect).sum());
  }

  /** The kinds that occur, for the legend, in the order in which the monitor tells them. */
  static List<Kind> kinds(List<Group> groups) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    groups.stream()
        .flatMap(group -> group.kinds().stream())
        .forEach(kind -> kinds.putIfAbsent(kind.kind(), kind));
    return List.copyOf(kinds.values());
  }

  private EventMarks() {}
}
