package io.caseclock.notify.task;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a task since it last opened, and what follows from them. */
public final class TaskHistory {

  private final List<TaskEntry> lines;

  public TaskHistory(List<TaskEntry> all) {
    var begin = 0;
    for (var i = 0; i < all.size(); i++) {
      if (all.get(i).act() == TaskAction.REOPENED) {
        begin = i;
      }
    }
    lines = List.copyOf(all.subList(begin, all.size()));
  }

  /** What was answered last; empty where nobody has answered. */
  public Map<String, String> answers() {
    return lines.stream()
        .filter(line -> line.act() == TaskAction.ANSWERED)
        .reduce((earlier, later) -> later)
        .map(TaskEntry::answers)
        .orElse(Map.of());
  }

  /** In how many different clock hours of the zone somebody tried. */
  public int hoursTried(ZoneId zone) {
    return (int)
        lines.stream()
            .filter(line -> line.act() == TaskAction.ATTEMPTED)
            .map(line -> line.at().atZone(zone).truncatedTo(ChronoUnit.HOURS))
            .distinct()
            .count();
  }

  public Optional<TaskEntry> last() {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
  }
}
