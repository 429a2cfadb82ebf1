package io.caseclock.notify.console;

import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.task.AnswerFault;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.Doer;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.TaskOutcome.Why;
import io.caseclock.notify.task.TaskState;
import io.caseclock.pack.Answer;
import io.caseclock.pack.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns tasks into lines and forms of a page in one language. */
final class TaskLines {

  private final Language language;
  private final Lines lines;
  private final MessageTexts wording;
  private final Instant now;

  TaskLines(Language language, Lines lines, MessageTexts wording, Instant now) {
    this.language = language;
    this.lines = lines;
    this.wording = wording;
    this.now = now;
  }

  TaskLine line(Task task) {
    var dueAt = task.dueAt();
    var open = task.state().isOpen();
    return new TaskLine(
        task.id(),
        language.pick(task.kind().names()),
        lines.text("task_state_" + task.state().wire()),
        colour(task.state()),
        lines.unit(task.unit()),
        task.caseId(),
        task.subject().toString(),
        dueAt == null ? "" : language.pick(wording.due(dueAt)),
        dueAt == null || !open ? "" : language.pick(wording.distance(dueAt, now)),
        task.isLate(now),
        task.seq());
  }

  private static String colour(TaskState state) {
    return switch (state) {
      case OPEN -> "tag-open";
      case FAULTS_OPEN -> "tag-attention";
      case DONE, DONE_ELSEWHERE -> "tag-done";
      case UNREACHABLE, CANCELLED -> "tag-gone";
    };
  }

  /** The questions as fields that hold what was entered, each with its own fault. */
  List<Ask> asks(Task task, Map<String, String> entered, List<AnswerFault> faults) {
    return task.kind().questions().stream()
        .map(question -> ask(question, entered.getOrDefault(question.id(), ""), faults))
        .toList();
  }

  private Ask ask(Question question, String entered, List<AnswerFault> faults) {
    var fault =
        faults.stream()
            .filter(one -> one.questionId().equals(question.id()))
            .map(one -> lines.text("fault_" + one.kind().name().toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse("");
    var choices =
        question.answers().stream()
            .map(one -> new Choice(one.id(), name(one), one.id().equals(entered)))
            .toList();
    return new Ask(
        question.id(),
        language.pick(question.names()),
        question.required(),
        choices,
        entered,
        fault);
  }

  HistoryLine history(Task task, TaskEntry entry) {
    var outcome = entry.outcome();
    var act = lines.text("act_" + entry.act().wire());
    return new HistoryLine(
        outcome == null ? act : act + " · " + lines.text("attempt_" + outcome.wire()),
        moment(entry),
        by(entry.by()),
        task.kind().questions().stream()
            .filter(question -> entry.answers().containsKey(question.id()))
            .map(question -> answered(question, entry.answers().getOrDefault(question.id(), "")))
            .toList(),
        entry.text());
  }

  private Answered answered(Question question, String answer) {
    var chosen = question.answer(answer);
    return new Answered(
        language.pick(question.names()),
        chosen.map(this::name).orElse(answer),
        chosen.map(Answer::bad).orElse(false));
  }

  private String name(Answer answer) {
    return language.pick(answer.names());
  }

  String officer(Task task) {
    var officer = task.officer();
    return officer == null ? "" : lines.person(officer, officer);
  }

  /** The refusal in words; whoever was faster is named. */
  String refusal(Refused refused) {
    var last = refused.last();
    var why = hindrance(refused.why());
    return last == null ? why : why + " " + by(last.by()) + " · " + moment(last);
  }

  String hindrance(Why why) {
    return lines.text("task_refused_" + why.name().toLowerCase(Locale.ROOT));
  }

  List<Choice> outcomes() {
    return Arrays.stream(AttemptOutcome.values())
        .map(one -> new Choice(one.wire(), lines.text("attempt_" + one.wire()), false))
        .toList();
  }

  private String moment(TaskEntry entry) {
    return language.pick(wording.moment(entry.at()));
  }

  private String by(Doer by) {
    var role = Texts.of(language).getOrDefault("role_" + by.role(), by.role());
    return by.equals(Doer.SYSTEM) ? role : lines.person(by.officer(), by.name()) + " · " + role;
  }

  /**
   * A question of the form.
   *
   * @param choices empty for a free text
   * @param entered what was entered before, where the form comes back
   * @param fault empty where there is none
   */
  public record Ask(
      String id,
      String name,
      boolean required,
      List<Choice> choices,
      String entered,
      String fault) {

    /** Leaves out what was entered. */
    @Override
    public String toString() {
      return "Ask[" + id + "]";
    }
  }

  /** One radio button. */
  public record Choice(String id, String name, boolean chosen) {}

  /** A line of the history. */
  public record HistoryLine(String act, String at, String by, List<Answered> answers, String text) {

    /** Leaves out people's own words. */
    @Override
    public String toString() {
      return "HistoryLine[" + act + " " + at + "]";
    }
  }

  /** A question and what was answered. */
  public record Answered(String question, String answer, boolean bad) {

    /** Leaves out the answer. */
    @Override
    public String toString() {
      return "Answered[" + question + "]";
    }
  }
}
