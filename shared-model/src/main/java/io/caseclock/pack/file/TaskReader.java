package io.caseclock.pack.file;

import io.caseclock.pack.Answer;
import io.caseclock.pack.Question;
import io.caseclock.pack.Step;
import io.caseclock.pack.TaskKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code tasks.yaml}. */
final class TaskReader {

  static final String FILE = "tasks.yaml";

  static List<Located<TaskKind>> read(List<YamlObject> items) {
    return items.stream().map(item -> new Located<>(task(item), item)).toList();
  }

  private static TaskKind task(YamlObject item) {
    item.only(
        "id",
        "names",
        "rule",
        "role",
        "done",
        "unsatisfied",
        "questions",
        "provision",
        "call",
        "note");
    var role = item.text("role");
    if (!role.isBlank() && !Step.ROLES.contains(role)) {
      item.mistake(
          "role", "the role '" + role + "' is none of " + Step.ROLES.stream().sorted().toList());
    }
    var places = item.objects("questions");
    if (places.isEmpty()) {
      item.mistake("questions", "a task asks at least one question");
    }
    var questions = places.stream().map(TaskReader::question).toList();
    return new TaskKind(
        RouteReader.id(item),
        item.names("names"),
        item.text("rule"),
        role,
        item.text("done"),
        item.optionalText("unsatisfied"),
        distinct(places, questions.stream().map(Question::id).toList(), "question")
            ? questions
            : List.of(),
        item.optionalText("provision"),
        RouteReader.flag(item, "call", false));
  }

  private static Question question(YamlObject item) {
    item.only("id", "names", "answers", "required");
    var places = item.objects("answers");
    if (places.size() == 1) {
      item.mistake("answers", "one answer is no choice: expected two, or none for a free text");
    }
    var answers = places.stream().map(TaskReader::answer).toList();
    distinct(places, answers.stream().map(Answer::id).toList(), "answer");
    if (places.size() > 1 && answers.stream().allMatch(Answer::keepsOpen)) {
      item.mistake("answers", "every answer keeps the task open, so that it could never be done");
    }
    return new Question(
        RouteReader.id(item),
        item.names("names"),
        answers,
        RouteReader.flag(item, "required", true));
  }

  private static Answer answer(YamlObject item) {
    item.only("id", "names", "bad", "keepsOpen");
    return new Answer(
        RouteReader.id(item),
        item.names("names"),
        RouteReader.flag(item, "bad", false),
        RouteReader.flag(item, "keepsOpen", false));
  }

  private static boolean distinct(List<YamlObject> places, List<String> ids, String what) {
    Set<String> seen = new HashSet<>();
    for (var i = 0; i < ids.size(); i++) {
      if (!seen.add(ids.get(i)) && !ids.get(i).equals("-")) {
        places.get(i).mistake("id", "the " + what + " '" + ids.get(i) + "' stands twice");
      }
    }
    return seen.size() == ids.size();
  }

  private TaskReader() {}
}
