package io.caseclock.notify.rest;

import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of a list of breaches and their escalations, as it stands in a query. */
public class EscalationParameters {

  @QueryParam("unit")
  public @Nullable String unit;

  /** Who is responsible. */
  @QueryParam("officer")
  public @Nullable String officer;

  @QueryParam("severity")
  public @Nullable String severity;

  @QueryParam("rule")
  public @Nullable String rule;

  /** A supervision list. */
  @QueryParam("list")
  public @Nullable String list;

  /** A part of the number of the case. */
  @QueryParam("text")
  public @Nullable String text;

  /** The same, where a form that leaves a field empty asks for nothing by it. */
  public EscalationParameters ofForm() {
    var filled = new EscalationParameters();
    filled.unit = Blank.dropped(unit);
    filled.officer = Blank.dropped(officer);
    filled.severity = Blank.dropped(severity);
    filled.rule = Blank.dropped(rule);
    filled.list = Blank.dropped(list);
    filled.text = Blank.dropped(text);
    return filled;
  }

  /** Whether anything is asked for. */
  public boolean isNarrow() {
    return Stream.of(unit, officer, severity, rule, list, text).anyMatch(word -> word != null);
  }
}
