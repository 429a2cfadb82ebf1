package io.caseclock.monitor.archive.jdbc;

import io.caseclock.archive.jdbc.ArchivePart;
import io.caseclock.archive.jdbc.ArchivePart.Rows;
import java.util.List;

/** What happened in a case, what became due from it, and how it was counted. */
public final class MonitorParts {

  public static final List<ArchivePart> ALL =
      List.of(
          new Rows(
              "events",
              """
              select * from case_event where case_id = ? order by accepted_at, source, event_id\
              """),
          new Rows(
              "case",
              """
              select * from watched_case where case_id = ? order by case_id\
              """),
          new Rows(
              "former-owners",
              """
              select * from former_owner where case_id = ? order by until_at, unit\
              """),
          new Rows(
              "level",
              """
              select * from case_level where case_id = ? order by case_id\
              """),
          new Rows(
              "changes-of-level",
              """
              select * from case_level_change where case_id = ? order by id\
              """),
          new Rows(
              "break-glass",
              """
              select * from break_glass where case_id = ? order by at, id\
              """),
          new Rows(
              "deadlines",
              """
              select * from deadline where case_id = ? order by started_at, id\
              """),
          new Rows(
              "alarms",
              """
              select * from alarm where case_id = ? order by next_at, deadline_id\
              """),
          new Rows(
              "effects",
              """
              select * from effect where case_id = ? order by at, source, event_id, deadline_id\
              """),
          new Rows(
              "findings",
              """
              select * from finding where case_id = ? order by raised_at, id\
              """),
          new Rows(
              "history-findings",
              """
              select * from history_finding where case_id = ? order by id\
              """),
          new Rows(
              "predictions",
              """
              select * from prediction where case_id = ? order by deadline_id\
              """),
          new Rows(
              "changes-of-numbers",
              """
              select * from count_change where case_id = ? order by seq\
              """),
          new Rows(
              "corrections-of-numbers",
              """
              select * from count_correction where case_id = ? order by seq\
              """),
          new Rows(
              "lines-of-meetings",
              """
              select * from list_meeting_row where case_id = ? order by held_on, list, id\
              """),
          ArchivePart.REFUSED_RECORDS,
          ArchivePart.DEAD_LETTERS,
          ArchivePart.LEGAL_HOLDS,
          ArchivePart.AUDIT_LOG);

  private MonitorParts() {}
}
