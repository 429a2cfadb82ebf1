package io.caseclock.notify.console.list;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Links;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All lists as the monitor tells them; see {@code GET /api/v1/lists}. */
public record ListsTold(String unit, Instant asOf, List<One> lists) {

  /**
   * A list.
   *
   * @param showsOfficers whether it counts officers
   */
  public record One(
      String id, Names names, List<String> elements, boolean showsOfficers, Numbers numbers) {

    public String path() {
      return "/lists/" + Links.segment(id);
    }
  }

  /** What stands in a list. */
  public record Numbers(long open, long breached, long findings) {}

  /**
   * A page of one list.
   *
   * @param basis live, frozen or rebuilt
   */
  public record Page(
      String list,
      Names names,
      String unit,
      Instant asOf,
      String basis,
      Names exactness,
      List<Row> rows,
      @Nullable String next) {}

  /** A row; {@code names} is the rule's name, or what was found. */
  public record Row(
      String kind,
      String id,
      String grade,
      String state,
      String caseId,
      String subject,
      String rule,
      Names names,
      String element,
      String severity,
      String unit,
      @Nullable String officer,
      ZoneId zone,
      Instant startedAt,
      String age,
      @Nullable Instant dueAt,
      @Nullable Instant lateFrom,
      @Nullable Instant endedAt,
      @Nullable String basis,
      @Nullable String noticeId,
      @Nullable Next next) {

    public boolean isFinding() {
      return kind.equals("finding");
    }

    public boolean isLate() {
      return grade.startsWith("breached");
    }

    /** Whether it is about the case itself, which is named anyway. */
    public boolean isAboutCase() {
      return subject.startsWith("case/");
    }

    /** The page of its rule; a finding has none. */
    public String rulePath() {
      return Links.rule(rule);
    }
  }

  /** What comes next. */
  public record Next(String what, Names names, @Nullable Instant at) {}

  /** The meetings of a list, the newest first. */
  public record Meetings(
      String list, Names names, String unit, List<Meeting> meetings, @Nullable LocalDate next) {}

  /** A list as it was frozen. */
  public record Meeting(
      String list,
      LocalDate on,
      Instant asOf,
      Instant madeAt,
      boolean belated,
      @Nullable LocalDate formerOn,
      String hash,
      MeetingNumbers numbers) {

    public String path() {
      return "/lists/" + Links.segment(list) + "/meetings/" + on;
    }
  }

  /** What a meeting looked at; {@code further} rows were counted and not kept. */
  public record MeetingNumbers(
      long ahead,
      long breached,
      long findings,
      long fresh,
      long mended,
      long still,
      long further) {}

  /** A page of a meeting. */
  public record MeetingPage(
      Names names, String unit, Meeting meeting, List<MeetingRow> rows, @Nullable String next) {}

  /** A row with what became of it. */
  public record MeetingRow(String change, Row row) {}
}
