package io.caseclock.intake.archive.jdbc;

import io.caseclock.archive.jdbc.ArchivePart;
import io.caseclock.archive.jdbc.ArchivePart.Rows;
import java.util.List;

/** The journal of a case: what was accepted, refused as a conflict, and whose it was. */
public final class IntakeParts {

  public static final List<ArchivePart> ALL =
      List.of(
          new Rows(
              "events",
              """
              select * from journal where case_id = ? order by seq"""),
          new Rows(
              "publications",
              """
              select p.*
              from event_publication p
              join journal j using (source, event_id)
              where j.case_id = ?
              order by j.seq"""),
          new Rows(
              "conflicts",
              """
              select c.*
              from event_conflict c
              join journal j using (source, event_id)
              where j.case_id = ?
              order by c.seq"""),
          new Rows(
              "tenures",
              """
              select * from case_tenure where case_id = ? order by n"""),
          ArchivePart.REFUSED_RECORDS,
          ArchivePart.DEAD_LETTERS,
          ArchivePart.LEGAL_HOLDS,
          ArchivePart.AUDIT_LOG);

  private IntakeParts() {}
}
