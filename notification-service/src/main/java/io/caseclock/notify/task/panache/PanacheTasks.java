package io.caseclock.notify.task.panache;

import io.caseclock.contract.CaseEvent;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskAction;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.notify.task.TaskFilter;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.TaskTab;
import io.caseclock.notify.task.Tasks;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables {@code task}, {@code task_entry} and {@code task_definition}, and the outbox. */
@ApplicationScoped
public class PanacheTasks implements Tasks, PanacheRepositoryBase<TaskRow, String> {

  private final CommittedCounter counter;
  private final CaseEventsOut out;
  private final HiddenCases hidden;

  @Inject
  PanacheTasks(CommittedCounter counter, CaseEventsOut out, HiddenCases hidden) {
    this.hidden = hidden;
    this.counter = counter;
    this.out = out;
  }

  @Override
  public List<Task> lockedOf(String deadlineId) {
    return tasks(
        find("deadlineId = ?1 order by id", deadlineId).withLock(LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<Task> lockedWithin(String id, String rootUnit) {
    return one(id, rootUnit)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(this::task);
  }

  @Override
  public Optional<Task> within(String id, String rootUnit) {
    return one(id, rootUnit).firstResultOptional().map(this::task);
  }

  private PanacheQuery<TaskRow> one(String id, String rootUnit) {
    var seen = SeenTasks.from(rootUnit, hidden.now()).with("id", id);
    return find(seen.text() + " and t.id = :id", seen.parameters());
  }

  @Override
  public void add(Task task, TaskEntry first) {
    persist(TaskRow.of(task, TaskDefinitionRow.keep(task.kind(), getEntityManager())));
    append(task, first);
  }

  @Override
  public void keep(Task task) {
    findById(task.id()).follow(task);
    flush();
  }

  /** The row's lock keeps the events of a task in order in the outbox. */
  @Override
  public void record(Task after, TaskEntry entry, List<CaseEvent> events) {
    findById(after.id()).follow(after);
    append(after, entry);
    out.append(events, entry.at());
  }

  private void append(Task task, TaskEntry entry) {
    getEntityManager().persist(TaskEntryRow.of(entry));
    flush();
    var did = entry.act() == TaskAction.ANSWERED ? task.state().wire() : entry.act().wire();
    counter.count("caseclock.tasks", Map.of("kind", task.kind().id(), "outcome", did), 1);
  }

  @Override
  public List<TaskEntry> history(String id) {
    return getEntityManager()
        .createQuery(
            "from TaskEntryRow e where e.taskId = :task order by e.seq", TaskEntryRow.class)
        .setParameter("task", id)
        .getResultStream()
        .map(TaskEntryRow::entry)
        .toList();
  }

  /** Asked once, when the service starts and no transaction is there yet. */
  @Override
  public Set<String> rulesOfOpen() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                Set.copyOf(
                    find("select distinct rule from TaskRow where endedAt is null")
                        .project(String.class)
                        .list()));
  }

  @Override
  public List<Task> page(TaskQuery query) {
    var page = TaskPage.of(query, hidden.now());
    return tasks(find(page.text(), page.parameters()).page(Page.ofSize(query.limit())));
  }

  @Override
  public long count(String rootUnit, TaskTab tab, TaskFilter filter, Instant now) {
    var page = TaskPage.of(rootUnit, tab, filter, now, hidden.now());
    return count(page.text(), page.parameters());
  }

  private List<Task> tasks(PanacheQuery<TaskRow> rows) {
    return rows.list().stream().map(this::task).toList();
  }

  /** There are few definitions, and the entity manager reads each of them only once. */
  private Task task(TaskRow row) {
    return row.task(getEntityManager().find(TaskDefinitionRow.class, row.definition).kind());
  }
}
