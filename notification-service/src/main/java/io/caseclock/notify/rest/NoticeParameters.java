package io.caseclock.notify.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of a list of notices, as it stands in a query. */
public class NoticeParameters {

  /** By what has to happen next; several may be named. */
  @QueryParam("stage")
  public List<String> stages = List.of();

  @QueryParam("state")
  public List<String> states = List.of();

  /** {@code true} for those of which something is late. */
  @QueryParam("late")
  public @Nullable String late;

  /** The receiver, or a unit above it. */
  @QueryParam("unit")
  public @Nullable String unit;

  @QueryParam("issuer")
  public @Nullable String issuer;

  @QueryParam("rule")
  public @Nullable String rule;

  /** A supervision list; the rules of it. */
  @QueryParam("list")
  public @Nullable String list;

  @QueryParam("severity")
  public @Nullable String severity;

  @QueryParam("officer")
  public @Nullable String officer;

  /** The first day of issue, inclusive. */
  @QueryParam("from")
  public @Nullable String from;

  /** The last day of issue, inclusive. */
  @QueryParam("to")
  public @Nullable String to;

  /** A part of its number or of the number of its case. */
  @QueryParam("text")
  public @Nullable String text;

  @QueryParam("deadline")
  public @Nullable String deadline;

  /** The same, where a form that leaves a field empty asks for nothing by it. */
  public NoticeParameters ofForm() {
    var filled = new NoticeParameters();
    filled.stages = Blank.dropped(stages);
    filled.states = Blank.dropped(states);
    filled.late = Blank.dropped(late);
    filled.unit = Blank.dropped(unit);
    filled.issuer = Blank.dropped(issuer);
    filled.rule = Blank.dropped(rule);
    filled.list = Blank.dropped(list);
    filled.severity = Blank.dropped(severity);
    filled.officer = Blank.dropped(officer);
    filled.from = Blank.dropped(from);
    filled.to = Blank.dropped(to);
    filled.text = Blank.dropped(text);
    filled.deadline = Blank.dropped(deadline);
    return filled;
  }

  /** Whether anything but the stage is asked for. */
  public boolean isNarrow() {
    return !states.isEmpty()
        || Stream.of(late, unit, issuer, rule, list, severity, officer, from, to, text, deadline)
            .anyMatch(word -> word != null);
  }
}
