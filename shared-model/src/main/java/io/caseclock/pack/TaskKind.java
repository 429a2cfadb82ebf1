package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that a deadline asks of certain people: they answer questions, and the answers are an event.
 *
 * @param rule a task opens when a deadline of this rule opens
 * @param role who does it, of {@link Step#ROLES}
 * @param done type of the event that carries the answers and meets the deadline
 * @param unsatisfied type of the event that is published as well, beside the finding, when an
 *     answer is bad; null where the finding says it all
 * @param provision what a bad answer offends against, for the finding; null for the task's name
 * @param call whether somebody has to be reached, so that tries may be noted and, after enough of
 *     them, the task be closed without answers
 */
public record TaskKind(
    String id,
    Names names,
    String rule,
    String role,
    String done,
    @Nullable String unsatisfied,
    List<Question> questions,
    @Nullable String provision,
    boolean call) {

  public TaskKind {
    questions = List.copyOf(questions);
  }

  public Optional<Question> question(String questionId) {
    return questions.stream().filter(one -> one.id().equals(questionId)).findFirst();
  }
}
