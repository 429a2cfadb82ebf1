package io.caseclock.notify.archive.jdbc;

import io.caseclock.archive.jdbc.ArchivePart;
import io.caseclock.archive.jdbc.ArchivePart.Files;
import io.caseclock.archive.jdbc.ArchivePart.Rows;
import java.util.List;

/** Who was told what about a case, its notices with their papers and evidence, and its tasks. */
public final class NotificationParts {

  public static final List<ArchivePart> ALL =
      List.of(
          new Rows(
              "messages",
              """
              select * from message where case_id = ? order by at, id\
              """),
          new Rows(
              "recipients",
              """
              select *
              from message_recipient
              where message_id in (select id from message where case_id = ?)
              order by queued_at, message_id, recipient, channel\
              """),
          new Rows(
              "deliveries",
              """
              select id, seq, channel, recipient, is_personal, address, unit, kind, level, count, message_id,
                case_id, case when case_id = ? or count = 1 then convert_from(body, 'UTF8') end as body, queued_at, attempts, may_have_arrived, has_no_fallback, last_reason,
                delivered_at, given_up_at, taken_back_at, taken_back_reason, purged_at, sha256
              from delivery
              where case_id = ? or id in (
                  select delivery_id from message_recipient
                  join message on id = message_id
                  where case_id = ?)
              order by seq\
              """),
          new Rows(
              "delivery-attempts",
              """
              select a.*
              from delivery_attempt a
              join delivery d on d.id = a.delivery_id
              where d.case_id = ? or d.id in (
                  select delivery_id from message_recipient
                  join message on id = message_id
                  where case_id = ?)
              order by a.at, a.delivery_id, a.attempt\
              """),
          new Rows(
              "inbox-entries",
              """
              select id, seq, person, kind, level, messages, created_at, read_at
              from inbox_entry
              where id in (
                  select delivery_id from message_recipient
                  join message on id = message_id
                  where case_id = ?)
              order by seq\
              """),
          new Rows(
              "purged-inbox-entries",
              """
              select *
              from purged_inbox_entry
              where id in (
                  select delivery_id from message_recipient
                  join message on id = message_id
                  where case_id = ?)
              order by created_at, id\
              """),
          new Rows(
              "escalations",
              """
              select * from escalation where case_id = ? order by opened_at, id\
              """),
          new Rows(
              "escalation-lines",
              """
              select l.*
              from escalation_line l
              join escalation e on e.id = l.escalation_id
              where e.case_id = ?
              order by l.at, l.escalation_id, l.seq\
              """),
          new Rows(
              "silences",
              """
              select * from silence where case_id = ? order by created_at, id\
              """),
          new Rows(
              "units",
              """
              select * from case_unit where case_id = ? order by unit\
              """),
          new Rows(
              "level",
              """
              select * from case_level where case_id = ? order by case_id\
              """),
          new Rows(
              "accesses",
              """
              select * from case_access where case_id = ? order by until_at, id\
              """),
          new Rows(
              "notices",
              """
              select to_jsonb(n) - 'document' as notice
              from notice n
              where id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by issued_at, id\
              """),
          new Files(
              "notices",
              """
              select id, document
              from notice
              where id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by issued_at, id\
              """),
          new Rows(
              "notice-faults",
              """
              select * from notice_fault where case_id = ? order by notice_id, seq\
              """),
          new Rows(
              "notice-steps",
              """
              select *
              from notice_step
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by at, notice_id, seq\
              """),
          new Rows(
              "notice-deadlines",
              """
              select *
              from notice_deadline
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by notice_id, deadline_id\
              """),
          new Rows(
              "notice-drafts",
              """
              select *
              from notice_draft n
              where exists (
                  select from known_fault k where k.case_id = ? and position(k.id in n.content) > 0)
              order by at, id\
              """),
          new Rows(
              "evidence",
              """
              select id, notice_id, seq, name, media_type, size, sha256, by_name, by_officer, by_role,
                by_acting_for, at
              from notice_evidence
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by at, notice_id, seq\
              """),
          new Files(
              "evidence",
              """
              select id, content
              from notice_evidence
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by at, notice_id, seq\
              """),
          new Rows(
              "purged-evidence",
              """
              select *
              from purged_evidence
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by at, notice_id, seq\
              """),
          new Rows(
              "papers",
              """
              select notice_id, form, sha256, made_at
              from notice_paper
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by made_at, notice_id, form\
              """),
          new Files(
              "papers",
              """
              select notice_id || '.' || form, bytes
              from notice_paper
              where notice_id in (select notice_id from notice_fault where case_id = ? union select id from notice where case_id = ?)
              order by made_at, notice_id, form\
              """),
          new Rows(
              "known-faults",
              """
              select id, unit, case_id, type, convert_from(event, 'UTF8') as event, noted_at
              from known_fault
              where case_id = ?
              order by noted_at, id\
              """),
          new Rows(
              "waiting-for-digests",
              """
              select *
              from history_digest_breach
              where deadline ->> 'caseId' = ?
              order by digest, deadline_id\
              """),
          new Rows(
              "tasks",
              """
              select * from task where case_id = ? order by opened_at, id\
              """),
          new Rows(
              "task-entries",
              """
              select e.*
              from task_entry e
              join task t on t.id = e.task_id
              where t.case_id = ?
              order by e.at, e.task_id, e.seq\
              """),
          new Rows(
              "feedback",
              """
              select *
              from feedback
              where message_id in (select id from message where case_id = ?)
              order by at, message_id, person\
              """),
          new Rows(
              "feedback-entries",
              """
              select *
              from feedback_entry
              where message_id in (select id from message where case_id = ?)
              order by at, message_id, person, seq\
              """),
          ArchivePart.REFUSED_RECORDS,
          ArchivePart.DEAD_LETTERS,
          ArchivePart.LEGAL_HOLDS,
          ArchivePart.AUDIT_LOG);

  private NotificationParts() {}
}
