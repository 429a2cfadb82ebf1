package io.caseclock.notify.task.panache;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.indicator.Stretches;
import io.caseclock.notify.jdbc.StretchSql;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.pack.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Counts the tasks in which somebody is called. */
@ApplicationScoped
public class CallBackRates {

  private static final String DONE =
      StretchSql.WITH_STRETCHES
          + """
          select count(*) filter (where t.ended_at is not null or t.state = 'faults-open') as met,
            count(t.id) as every
          from stretch p left join task t on t.due_at >= p.from_at and t.due_at < p.until_at
            and t.state <> 'cancelled' and t.kind = any (?) and %s
          group by p.n order by p.n
          """
              .formatted(Subtree.holds("t.unit"));

  /** Of a task that was answered again the newest answers count. */
  private static final String SATISFIED =
      StretchSql.WITH_STRETCHES
          + """
          , answered as (
            select distinct on (e.task_id) e.at, t.kind, e.answers
            from bounds, task_entry e join task t on t.id = e.task_id
            where e.act = 'answered' and e.at >= b[1] and e.at < b[cardinality(b)]
              and t.kind = any (?) and %s
            order by e.task_id, e.seq desc)
          select count(a.at) filter (where not exists (
              select 1 from unnest(?::text[], ?::text[], ?::text[]) as bad (kind, question, answer)
              where bad.kind = a.kind and a.answers ->> bad.question = bad.answer)) as met,
            count(a.at) as every
          from stretch p left join answered a on a.at >= p.from_at and a.at < p.until_at
          group by p.n order by p.n
          """
              .formatted(Subtree.holds("t.unit"));

  private final Session session;
  private final List<TaskKind> calls;
  private final List<Bad> bad;

  @Inject
  CallBackRates(Session session, TaskKinds kinds) {
    this.session = session;
    this.calls = kinds.all().stream().filter(TaskKind::call).toList();
    this.bad = calls.stream().flatMap(CallBackRates::badAnswers).toList();
  }

  private record Bad(String kind, String question, String answer) {}

  private static Stream<Bad> badAnswers(TaskKind kind) {
    return kind.questions().stream()
        .flatMap(
            question ->
                question.answers().stream()
                    .filter(answer -> answer.bad())
                    .map(answer -> new Bad(kind.id(), question.id(), answer.id())));
  }

  /** Of those due in each stretch, the ones in which somebody was reached or tried enough. */
  public List<Counted> done(String unit, Stretches stretches) {
    return session.doReturningWork(
        connection ->
            StretchSql.counted(
                connection, DONE, statement -> bindKinds(statement, unit, stretches)));
  }

  /** Of those answered in each stretch, the ones without an answer that shows a fault. */
  public List<Counted> satisfied(String unit, Stretches stretches) {
    return session.doReturningWork(
        connection ->
            StretchSql.counted(
                connection,
                SATISFIED,
                statement -> {
                  bindKinds(statement, unit, stretches);
                  bindTexts(statement, 4, bad.stream().map(Bad::kind).toList());
                  bindTexts(statement, 5, bad.stream().map(Bad::question).toList());
                  bindTexts(statement, 6, bad.stream().map(Bad::answer).toList());
                }));
  }

  private void bindKinds(PreparedStatement statement, String unit, Stretches stretches)
      throws SQLException {
    StretchSql.bind(statement, stretches);
    bindTexts(statement, 2, calls.stream().map(TaskKind::id).toList());
    statement.setString(3, unit);
  }

  private static void bindTexts(PreparedStatement statement, int index, List<String> texts)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
  }
}
