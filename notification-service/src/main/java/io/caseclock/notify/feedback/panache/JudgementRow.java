package io.caseclock.notify.feedback.panache;

import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.Judgement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code feedback_entry}: one thing that one person said of one message. */
@Entity
@Immutable
@Table(name = "feedback_entry")
@IdClass(JudgementRow.Key.class)
class JudgementRow {

  /** What a judgement is found by. */
  record Key(String messageId, String person, int seq) {}

  @Id
  @Column(name = "message_id")
  String messageId;

  @Id String person;

  @Id int seq;

  @Column String account;

  @Column(name = "is_right")
  boolean right;

  @Column @Nullable String cause;

  @Column String text;

  @Column Instant at;

  static JudgementRow of(Judgement judgement, int seq) {
    var row = new JudgementRow();
    row.messageId = judgement.messageId();
    row.person = judgement.person();
    row.seq = seq;
    row.account = judgement.account();
    row.right = judgement.right();
    row.cause = Optional.ofNullable(judgement.cause()).map(Cause::wire).orElse(null);
    row.text = judgement.text();
    row.at = judgement.at();
    return row;
  }

  Judgement judgement() {
    var known = Optional.ofNullable(cause).flatMap(Cause::ofWire).orElse(null);
    return new Judgement(messageId, person, account, right, known, text, at);
  }
}
