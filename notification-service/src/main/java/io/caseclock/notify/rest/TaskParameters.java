package io.caseclock.notify.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of a list of tasks, as it stands in a query. */
public class TaskParameters {

  @QueryParam("kind")
  public List<String> kinds = List.of();

  @QueryParam("unit")
  public @Nullable String unit;

  /** Who is responsible for the case. */
  @QueryParam("officer")
  public @Nullable String officer;

  /** The first day on which it is due, inclusive; at 24:00 of a day is on that day. */
  @QueryParam("dueFrom")
  public @Nullable String dueFrom;

  /** The last day on which it is due, inclusive; at 24:00 of a day is on that day. */
  @QueryParam("dueTo")
  public @Nullable String dueTo;

  /** A part of the number of its case, or of what it is about. */
  @QueryParam("text")
  public @Nullable String text;

  /** The same, where a form that leaves a field empty asks for nothing by it. */
  public TaskParameters ofForm() {
    var filled = new TaskParameters();
    filled.kinds = Blank.dropped(kinds);
    filled.unit = Blank.dropped(unit);
    filled.officer = Blank.dropped(officer);
    filled.dueFrom = Blank.dropped(dueFrom);
    filled.dueTo = Blank.dropped(dueTo);
    filled.text = Blank.dropped(text);
    return filled;
  }

  /** Whether anything is asked for. */
  public boolean isNarrow() {
    return !kinds.isEmpty()
        || Stream.of(unit, officer, dueFrom, dueTo, text).anyMatch(word -> word != null);
  }
}
