package io.caseclock.notify.pipeline.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.ParcelQueue;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.delivery.jdbc.LetterRows;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.memory.BatchMemory;
import io.caseclock.notify.pipeline.Addressed;
import io.caseclock.notify.pipeline.Post;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables {@code letter}, {@code addressed} and {@code contact_gap}. */
public final class JdbcPost implements Post {

  private static final String KEEP =
      """
      insert into letter (id, kind, unit, officer, deadline_id, notice_id, case_id, subject, rule,
        list, source, title_zh, title_en, text_zh, text_en, severity, stage, due_at, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String ADDRESS =
      """
      insert into addressed (letter_id, addressee, channel, unit, why, critical, digest, onward,
        queued_at, state, reason, ready_at)
      select ?, addressee, channel, unit, why, critical::boolean, digest::boolean,
        case when onward = '' then '{}' else string_to_array(onward, ',') end,
        queued_at::timestamptz, 'waiting', 'new', ready_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[])
        as r(addressee, channel, unit, why, critical, digest, onward, queued_at, ready_at)
      on conflict do nothing
      """;
  private static final String SUPERSEDE =
      """
      update letter set superseded_at = ?, superseded_reason = ?
      where deadline_id = ? and kind = any (?) and superseded_at is null returning id
      """;
  private static final String SUPERSEDE_NOTICE =
      """
      update letter set superseded_at = ?, superseded_reason = ?
      where notice_id = ? and superseded_at is null returning id
      """;
  private static final String TAKE_BACK =
      """
      update addressed set state = 'dropped', reason = 'inhibited', ready_at = null
      where letter_id = any (?) and state = 'waiting'
      """;
  private static final String EMPTY_MESSAGES =
      """
      select distinct a.message_id from addressed a
      where a.letter_id = any (?) and a.message_id is not null
        and not exists (select 1 from addressed b join letter l on l.id = b.letter_id
          where b.message_id = a.message_id and l.superseded_at is null)
      """;
  private static final List<Object> GAPS = List.of("gaps");
  private static final String OPEN_GAPS = "select officer from contact_gap where closed_at is null";
  private static final String NOTE_GAP =
      """
      insert into contact_gap (officer, found_at) values (?, ?)
      on conflict (officer) where closed_at is null do nothing
      """;
  private static final String CLOSE_GAP =
      "update contact_gap set closed_at = ? where officer = ? and closed_at is null";

  private final Sql sql;
  private final ParcelQueue queue;
  private final CommittedCounter counter;
  private final BatchMemory memory;

  public JdbcPost(Sql sql, ParcelQueue queue, CommittedCounter counter, BatchMemory memory) {
    this.sql = sql;
    this.queue = queue;
    this.counter = counter;
    this.memory = memory;
  }

  @Override
  public void keep(Letter letter, Instant at) {
    var kept =
        sql.update(
            KEEP,
            letter.id(),
            letter.kind().wire(),
            letter.unit(),
            letter.officer(),
            letter.deadlineId(),
            letter.noticeId(),
            letter.caseId(),
            letter.subject(),
            letter.rule(),
            letter.list(),
            letter.source(),
            letter.title().zh(),
            letter.title().en(),
            letter.text().zh(),
            letter.text().en(),
            letter.severity(),
            letter.stage(),
            letter.dueAt(),
            at);
    counter.count("caseclock.letters", "kind", letter.kind().wire(), kept);
  }

  @Override
  public Optional<Letter> letter(String id) {
    return sql.query("select * from letter where id = ?", LetterRows::letter, id).stream()
        .findFirst();
  }

  @Override
  public void address(List<Addressed> addressed) {
    if (addressed.isEmpty()) {
      return;
    }
    var queued =
        sql.update(
            ADDRESS,
            addressed.getFirst().letterId(),
            addressed.stream().map(Addressed::addressee).toList(),
            addressed.stream().map(Addressed::channel).toList(),
            addressed.stream().map(Addressed::unit).toList(),
            addressed.stream().map(one -> one.why().wire()).toList(),
            addressed.stream().map(Addressed::critical).toList(),
            addressed.stream().map(Addressed::digest).toList(),
            addressed.stream().map(one -> String.join(",", one.onward())).toList(),
            addressed.stream().map(Addressed::queuedAt).toList(),
            addressed.stream().map(Addressed::readyAt).toList());
    counter.count("caseclock.letters.addressed", "outcome", "queued", queued);
    counter.count("caseclock.letters.addressed", "outcome", "duplicate", addressed.size() - queued);
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    var wire = kinds.stream().map(MessageKind::wire).toList();
    takeBack(
        sql.query(SUPERSEDE, row -> row.getString(1), at, why.wire(), deadlineId, wire), why, at);
  }

  @Override
  public void supersedeNotice(String noticeId, Superseded why, Instant at) {
    takeBack(
        sql.query(SUPERSEDE_NOTICE, row -> row.getString(1), at, why.wire(), noticeId), why, at);
  }

  /** A message of which nothing holds any more is not sent, if there is still time. */
  private void takeBack(List<String> letters, Superseded why, Instant at) {
    if (letters.isEmpty()) {
      return;
    }
    sql.update(TAKE_BACK, letters);
    var empty = sql.query(EMPTY_MESSAGES, row -> row.getString(1), letters);
    if (!empty.isEmpty()) {
      queue.takeBack(empty, why.wire(), at);
    }
  }

  @Override
  public boolean noteGap(String officer, Instant at) {
    if (openGaps().contains(officer)) {
      return false;
    }
    memory.forget(GAPS);
    return sql.update(NOTE_GAP, officer, at) > 0;
  }

  @Override
  public void closeGap(String officer, Instant at) {
    if (openGaps().contains(officer)) {
      memory.forget(GAPS);
      sql.update(CLOSE_GAP, at, officer);
    }
  }

  /** Few at any time. */
  private Set<String> openGaps() {
    return memory.remembered(
        GAPS, () -> new HashSet<>(sql.query(OPEN_GAPS, row -> row.getString(1))));
  }
}
