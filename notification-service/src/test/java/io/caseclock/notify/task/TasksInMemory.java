package io.caseclock.notify.task;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.pack.Answer;
import io.caseclock.pack.Question;
import io.caseclock.pack.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks in memory, with a call-back and a case-file review as a pack could have them. */
final class TasksInMemory implements Tasks, TaskNotifier {

  static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  static final Instant DUE = Instant.parse("2026-03-12T16:00:00Z");

  static final TaskKind CALL_BACK =
      new TaskKind(
          "call-back",
          new Names("警情回访", "Call-back"),
          "incident-callback",
          "callback-officer",
          "incident-callback-done",
          "incident-callback-unsatisfied",
          List.of(
              choice("attitude", true, answer("satisfied", false), answer("dissatisfied", true)),
              choice("handling", false, answer("satisfied", false), answer("dissatisfied", true)),
              new Question("opinion", new Names("意见建议", "Opinion"), List.of(), false)),
          "示例规定 第一条",
          true);

  static final TaskKind FILE_REVIEW =
      new TaskKind(
          "file-review",
          new Names("案卷审查", "Case-file review"),
          "file-review",
          "legal-officer",
          "file-reviewed",
          null,
          List.of(
              choice("faults-found", true, answer("yes", true), answer("no", false)),
              choice(
                  "mended",
                  false,
                  answer("yes", false),
                  new Answer("not-yet", new Names("尚未", "Not yet"), false, true))),
          null,
          false);

  /** C1 and C2 do every task of station D0102; O1, who is responsible, could do them too. */
  private static final KnownPeople PEOPLE =
      new KnownPeople()
          .unit("D01", null, "bureau")
          .unit("D0102", "D01", "station")
          .officer("C1", "D0102", "callback-officer", "legal-officer")
          .officer("C2", "D0102", "callback-officer", "legal-officer")
          .officer("O1", "D0102", "officer", "callback-officer", "legal-officer")
          .officer("O2", "D0102", "officer");

  final Map<String, Task> kept = new LinkedHashMap<>();
  final List<CaseEvent> events = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  private final Map<String, List<TaskEntry>> histories = new HashMap<>();
  private final WorkOnTask workOnTask =
      new WorkOnTask(
          this,
          new TaskEligibility(PEOPLE, new RoleHolders(PEOPLE)),
          this,
          3,
          ZoneId.of("Asia/Shanghai"));
  private final UpdateTasks follow =
      new UpdateTasks(new TaskKinds(List.of(CALL_BACK, FILE_REVIEW)), this, this);

  private static Question choice(String id, boolean required, Answer... answers) {
    return new Question(id, new Names("问" + id, "Asks " + id), List.of(answers), required);
  }

  private static Answer answer(String id, boolean bad) {
    return new Answer(id, new Names("答" + id, "Says " + id), bad, false);
  }

  void hears(Change change, String rule, DeadlineStatus status) {
    hears(change, rule, status, DUE);
  }

  void hears(Change change, String rule, DeadlineStatus status, Instant dueAt) {
    hears(change, rule, status, dueAt, null);
  }

  void hears(
      Change change,
      String rule,
      DeadlineStatus status,
      Instant dueAt,
      @Nullable Instant historyUntil) {
    var deadline = deadline(rule, status, dueAt, historyUntil);
    follow.apply(new DeadlineChanged("E" + change, change, deadline, NOW), NOW);
  }

  private static DeadlineSnapshot deadline(
      String rule, DeadlineStatus status, Instant dueAt, @Nullable Instant historyUntil) {
    return new DeadlineSnapshot(
        "D-" + rule,
        "A1",
        new Subject("incident", "J1"),
        rule,
        "2026",
        new Names("示例期限", "Example period"),
        "incident",
        "D0102",
        "O1",
        false,
        "ordinary",
        "incidents",
        "notice",
        status,
        NOW.minus(Duration.ofDays(1)),
        dueAt,
        LocalDate.parse("2026-03-12"),
        null,
        false,
        1,
        null,
        historyUntil,
        List.of("示例规定 第一条"),
        List.of());
  }

  /** The one task that there is. */
  Task task() {
    return kept.values().iterator().next();
  }

  TaskOutcome answers(Map<String, String> answers) {
    return workOnTask.answer(task().id(), caller("C1"), answers, null, NOW);
  }

  WorkOnTask workOnTask() {
    return workOnTask;
  }

  UpdateTasks follow() {
    return follow;
  }

  static Caller caller(String officer) {
    return new Caller("account-" + officer, Set.of(Role.OFFICER), "D01", officer);
  }

  List<String> published() {
    return events.stream().map(CaseEvent::type).toList();
  }

  @Override
  public List<Task> lockedOf(String deadlineId) {
    return kept.values().stream().filter(task -> task.deadlineId().equals(deadlineId)).toList();
  }

  @Override
  public Optional<Task> lockedWithin(String id, String rootUnit) {
    return Optional.ofNullable(kept.get(id)).filter(task -> task.unit().startsWith(rootUnit));
  }

  @Override
  public Optional<Task> within(String id, String rootUnit) {
    return lockedWithin(id, rootUnit);
  }

  @Override
  public List<Task> page(TaskQuery query) {
    return List.copyOf(kept.values());
  }

  @Override
  public long count(String rootUnit, TaskTab tab, TaskFilter filter, Instant now) {
    return kept.values().stream().filter(task -> TaskTab.of(task, now) == tab).count();
  }

  @Override
  public void add(Task task, TaskEntry first) {
    kept.put(task.id(), task);
    histories.computeIfAbsent(task.id(), id -> new ArrayList<>()).add(first);
  }

  @Override
  public void keep(Task task) {
    kept.put(task.id(), task);
  }

  @Override
  public void record(Task after, TaskEntry entry, List<CaseEvent> published) {
    add(after, entry);
    events.addAll(published);
  }

  @Override
  public List<TaskEntry> history(String id) {
    return histories.getOrDefault(id, List.of());
  }

  @Override
  public Set<String> rulesOfOpen() {
    return Set.of();
  }

  @Override
  public void opened(Task task, DeadlineSnapshot deadline, Instant now) {
    told.add("opened");
  }

  @Override
  public void ended(Task task, Instant now) {
    told.add("ended " + task.state().wire());
  }
}
