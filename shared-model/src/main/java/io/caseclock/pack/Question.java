package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.List;
import java.util.Optional;

/**
 * Something that is asked when a task is done.
 *
 * @param answers what may be answered; empty for a free text
 * @param required whether the task can be done without an answer to it
 */
public record Question(String id, Names names, List<Answer> answers, boolean required) {

  public Question {
    answers = List.copyOf(answers);
  }

  public boolean isFreeText() {
    return answers.isEmpty();
  }

  public Optional<Answer> answer(String answerId) {
    return answers.stream().filter(one -> one.id().equals(answerId)).findFirst();
  }
}
