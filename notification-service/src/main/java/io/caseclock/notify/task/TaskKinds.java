package io.caseclock.notify.task;

import io.caseclock.pack.Pack;
import io.caseclock.pack.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of tasks of all packs in force. */
public record TaskKinds(List<TaskKind> all) {

  public TaskKinds {
    all = List.copyOf(all);
  }

  public static TaskKinds of(List<Pack> packs) {
    return new TaskKinds(packs.stream().flatMap(pack -> pack.tasks().stream()).toList());
  }

  List<TaskKind> ofRule(String rule) {
    return all.stream().filter(kind -> kind.rule().equals(rule)).toList();
  }

  public Optional<TaskKind> kind(String id) {
    return all.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** The directory's role words of those who do tasks. */
  public Set<String> roles() {
    return all.stream().map(TaskKind::role).collect(Collectors.toUnmodifiableSet());
  }
}
