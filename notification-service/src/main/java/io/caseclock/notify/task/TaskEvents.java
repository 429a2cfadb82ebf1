package io.caseclock.notify.task;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.pack.Answer;
import io.caseclock.pack.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened on a task as events of the case's timeline. */
final class TaskEvents {

  /** The answers; {@code reached} is false where there are none. */
  static CaseEvent done(Task task, TaskEntry entry) {
    Map<String, Object> data = data(entry);
    data.put("answers", entry.answers());
    data.put("reached", entry.act() == TaskAction.ANSWERED);
    return of(task, entry, "done", task.kind().done(), data);
  }

  /** What follows from bad answers: the pack's own event, if it has one, and a finding. */
  static List<CaseEvent> unsatisfied(Task task, TaskEntry entry, List<Question> bad) {
    List<CaseEvent> events = new ArrayList<>();
    var type = task.kind().unsatisfied();
    if (type != null) {
      Map<String, Object> data = data(entry);
      data.put("answers", entry.answers());
      events.add(of(task, entry, "unsatisfied", type, data));
    }
    events.add(finding(task, entry, bad));
    return events;
  }

  private static CaseEvent finding(Task task, TaskEntry entry, List<Question> bad) {
    Map<String, Object> data = data(entry);
    var provision = task.kind().provision();
    data.put("element", task.element());
    data.put("provision", provision == null ? task.kind().names().zh() : provision);
    data.put("text", text(task, entry, bad));
    return of(task, entry, "finding", BuiltInTypes.FINDING_RECORDED, data);
  }

  /** Only the pack's own words, in both languages; free texts stay with the task. */
  private static String text(Task task, TaskEntry entry, List<Question> bad) {
    var zh = said(entry, bad, question -> question.names().zh(), answer -> answer.names().zh());
    var en = said(entry, bad, question -> question.names().en(), answer -> answer.names().en());
    var names = task.kind().names();
    return names.zh() + "：" + zh + " / " + names.en() + ": " + en;
  }

  private static String said(
      TaskEntry entry,
      List<Question> bad,
      Function<Question, String> asked,
      Function<Answer, String> answered) {
    return bad.stream()
        .map(
            question ->
                asked.apply(question)
                    + " – "
                    + question
                        .answer(entry.answers().getOrDefault(question.id(), ""))
                        .map(answered)
                        .orElse("—"))
        .collect(Collectors.joining("; "));
  }

  private static Map<String, Object> data(TaskEntry entry) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("task", entry.taskId());
    data.put("by", entry.by().name());
    data.put("role", entry.by().role());
    if (entry.by().actingFor() != null) {
      data.put("actingFor", entry.by().actingFor());
    }
    return data;
  }

  private static CaseEvent of(
      Task task, TaskEntry entry, String what, String type, Map<String, Object> data) {
    return new CaseEvent(
        new EventId(EventId.NOTIFICATION, task.id() + ":" + entry.seq() + ":" + what),
        type,
        task.subject(),
        task.caseId(),
        entry.at(),
        entry.at(),
        null,
        task.unit(),
        task.officer(),
        data);
  }

  private TaskEvents() {}
}
