package io.caseclock.pack.file;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.TaskKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a task names: its rule, and the events that its answers become. */
final class TaskCheck {

  private final Pack pack;
  private final List<Located<TaskKind>> tasks;

  TaskCheck(Pack pack, List<Located<TaskKind>> tasks) {
    this.pack = pack;
    this.tasks = tasks;
  }

  void check() {
    Set<String> ids = new HashSet<>();
    Set<String> rules = new HashSet<>();
    for (var located : tasks) {
      var task = located.value();
      if (!task.id().equals("-") && !ids.add(task.id())) {
        located.place().mistake("id", "the task '" + task.id() + "' stands twice");
      }
      if (isSaid(task.rule()) && !rules.add(task.rule())) {
        located.place().mistake("rule", "the rule '" + task.rule() + "' has a task already");
      }
      checkEvents(task, located.place());
    }
  }

  private void checkEvents(TaskKind task, YamlObject place) {
    var rule = pack.rule(task.rule());
    if (isSaid(task.rule()) && rule.isEmpty()) {
      place.mistake("rule", "the pack has no rule '" + task.rule() + "'");
    }
    if (isDeclared(task.done(), "done", place)
        && rule.isPresent()
        && !stops(rule.get(), task.done())) {
      place.mistake(
          "done", "the event '" + task.done() + "' does not stop the rule '" + task.rule() + "'");
    }
    var unsatisfied = task.unsatisfied();
    if (unsatisfied != null && isDeclared(unsatisfied, "unsatisfied", place)) {
      checkUnsatisfied(task, unsatisfied, place);
    }
  }

  private static void checkUnsatisfied(TaskKind task, String unsatisfied, YamlObject place) {
    if (unsatisfied.equals(task.done())) {
      place.mistake("unsatisfied", "expected another event than 'done'");
    }
    var canBeBad =
        task.questions().stream()
            .flatMap(question -> question.answers().stream())
            .anyMatch(answer -> answer.bad());
    if (!canBeBad && !task.questions().isEmpty()) {
      place.mistake("unsatisfied", "no answer is bad: expected 'bad: true' at one of them");
    }
  }

  /** An event with members of its own cannot be made of answers. */
  private boolean isDeclared(String type, String member, YamlObject place) {
    var declared = pack.eventTypes().get(type);
    if (declared == null) {
      if (isSaid(type)) {
        place.mistake(member, "the event '" + type + "' is not declared in events.yaml");
      }
      return false;
    }
    if (!declared.required().isEmpty()) {
      place.mistake(
          member,
          "the event '" + type + "' asks for " + declared.required() + ", which no task can give");
    }
    return true;
  }

  private static boolean stops(Rule rule, String type) {
    return rule.stops().stream().anyMatch(stop -> stop.event().equals(type));
  }

  /** What was missing was told when it was read. */
  private static boolean isSaid(String text) {
    return !text.isBlank();
  }
}
