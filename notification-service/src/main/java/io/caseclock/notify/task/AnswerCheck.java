package io.caseclock.notify.task;

import io.caseclock.notify.task.AnswerFault.Kind;
import io.caseclock.pack.Answer;
import io.caseclock.pack.Question;
import io.caseclock.pack.TaskKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads answers against the questions of a kind of task. */
final class AnswerCheck {

  private final TaskKind kind;

  AnswerCheck(TaskKind kind) {
    this.kind = kind;
  }

  /**
   * What was really answered: texts are stripped, empty ones left out. What answers no question of
   * the task stays even where it is empty, so that it is found.
   */
  Map<String, String> given(Map<String, String> answers) {
    Map<String, String> given = new LinkedHashMap<>();
    answers.forEach(
        (question, answer) -> {
          if (!answer.isBlank() || kind.question(question).isEmpty()) {
            given.put(question, answer.strip());
          }
        });
    return given;
  }

  /** Every fault, in the order of the questions; unknown questions last. */
  List<AnswerFault> faults(Map<String, String> given) {
    List<AnswerFault> faults = new ArrayList<>();
    for (var question : kind.questions()) {
      fault(question, given).map(why -> new AnswerFault(question.id(), why)).ifPresent(faults::add);
    }
    given.keySet().stream()
        .filter(id -> kind.question(id).isEmpty())
        .sorted()
        .map(id -> new AnswerFault(id, Kind.UNKNOWN_QUESTION))
        .forEach(faults::add);
    return faults;
  }

  private static Optional<Kind> fault(Question question, Map<String, String> given) {
    var answer = given.get(question.id());
    if (answer == null) {
      return question.required() ? Optional.of(Kind.MISSING) : Optional.empty();
    }
    if (question.isFreeText()) {
      return WorkOnTask.TEXT.takes(answer) ? Optional.empty() : Optional.of(Kind.UNFIT);
    }
    return question.answer(answer).isEmpty() ? Optional.of(Kind.UNKNOWN_ANSWER) : Optional.empty();
  }

  /** The questions whose answer shows a fault that the answers before did not show. */
  List<Question> newlyBad(Map<String, String> before, Map<String, String> given) {
    return kind.questions().stream()
        .filter(question -> chosen(question, given).map(Answer::bad).orElse(false))
        .filter(question -> !chosen(question, before).map(Answer::bad).orElse(false))
        .toList();
  }

  /** Whether an answer leaves the task open. */
  boolean keepsOpen(Map<String, String> given) {
    return kind.questions().stream()
        .anyMatch(question -> chosen(question, given).map(Answer::keepsOpen).orElse(false));
  }

  private static Optional<Answer> chosen(Question question, Map<String, String> given) {
    return Optional.ofNullable(given.get(question.id())).flatMap(question::answer);
  }
}
