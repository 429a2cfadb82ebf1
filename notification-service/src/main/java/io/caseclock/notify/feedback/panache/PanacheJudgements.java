package io.caseclock.notify.feedback.panache;

import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.Judgement;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tables {@code feedback}, the newest word of each person, and {@code feedback_entry}. */
@ApplicationScoped
public class PanacheJudgements
    implements Judgements, PanacheRepositoryBase<JudgementRow, JudgementRow.Key> {

  /** The row's lock lets one person's judgements follow each other. */
  private static final String KEEP =
      """
      insert into feedback (message_id, person, seq, is_right, cause, text, at)
      values (:message, :person, 1, :right, :cause, :text, :at)
      on conflict (message_id, person) do update set seq = feedback.seq + 1,
        is_right = excluded.is_right, cause = excluded.cause, text = excluded.text,
        at = excluded.at
      where (feedback.is_right, feedback.cause, feedback.text)
        is distinct from (excluded.is_right, excluded.cause, excluded.text)
      returning seq
      """;

  private static final String NEWEST =
      """
      from JudgementRow e where e.person = ?1 and e.messageId in ?2
        and e.seq = (select max(later.seq) from JudgementRow later
          where later.messageId = e.messageId and later.person = e.person)
      """;

  private final CommittedCounter counter;

  @Inject
  PanacheJudgements(CommittedCounter counter) {
    this.counter = counter;
  }

  @Override
  public boolean keep(Judgement judgement) {
    var cause = Optional.ofNullable(judgement.cause()).map(Cause::wire);
    var seq =
        getEntityManager()
            .createNativeQuery(KEEP, Integer.class)
            .setParameter("message", judgement.messageId())
            .setParameter("person", judgement.person())
            .setParameter("right", judgement.right())
            .setParameter("cause", cause.orElse(null))
            .setParameter("text", judgement.text())
            .setParameter("at", judgement.at())
            .getResultList();
    if (seq.isEmpty()) {
      return false;
    }
    persistAndFlush(JudgementRow.of(judgement, (Integer) seq.getFirst()));
    counter.count("caseclock.feedback", "verdict", cause.orElse("right"), 1);
    return true;
  }

  @Override
  public List<Judgement> history(String messageId, String person) {
    return judgements(list("messageId = ?1 and person = ?2 order by seq desc", messageId, person));
  }

  @Override
  public List<Judgement> newest(Collection<String> messageIds, String person) {
    return judgements(list(NEWEST, person, messageIds));
  }

  private static List<Judgement> judgements(List<JudgementRow> rows) {
    return rows.stream().map(JudgementRow::judgement).toList();
  }
}
