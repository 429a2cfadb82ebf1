package io.caseclock.notify.task.query.rest;

import io.caseclock.directory.Directory;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.rest.DaySpan;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.rest.TaskParameters;
import io.caseclock.notify.task.TaskFilter;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.notify.task.TaskQuery.Cursor;
import io.caseclock.notify.task.TaskTab;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import io.caseclock.pack.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads strictly what is asked of a list of tasks; every refusal names what is allowed. */
@ApplicationScoped
public class TaskFilters {

  private final Directory directory;
  private final TaskKinds kinds;
  private final RulePacks packs;

  @Inject
  TaskFilters(Directory directory, TaskKinds kinds, RulePacks packs) {
    this.directory = directory;
    this.kinds = kinds;
    this.packs = packs;
  }

  /**
   * The filter.
   *
   * @param root the unit whose subtree the caller sees
   */
  public TaskFilter filter(TaskParameters asked, String root) {
    var known = kinds.all().stream().map(TaskKind::id).toList();
    List<UnknownWord> unknown = new ArrayList<>();
    asked.kinds.forEach(kind -> PolicyWords.among("kind", kind, known).ifPresent(unknown::add));
    Parameters.require(unknown);
    Parameters.requireUnit("unit", asked.unit, root, directory);
    var zone = packs.usualZone();
    var span = DaySpan.read("dueFrom", asked.dueFrom, "dueTo", asked.dueTo);
    return new TaskFilter(
        asked.kinds,
        Optional.ofNullable(asked.unit),
        Optional.ofNullable(asked.officer),
        span.begin(zone),
        span.end(zone),
        Optional.ofNullable(Parameters.search("text", asked.text)));
  }

  /** The tab; the open ones where none is asked for. */
  public static TaskTab tab(@Nullable String state) {
    Parameters.require("state", state, TaskTab.words());
    return Optional.ofNullable(state).flatMap(TaskTab::ofWire).orElse(TaskTab.OPEN);
  }

  /** The text of a cursor. */
  public static String text(Cursor cursor) {
    return cursor.at() + "_" + cursor.id();
  }

  /** Reads what {@link #text} wrote. */
  public static Cursor cursor(String text) {
    return new Cursor(Parameters.ofCursor(text), text.substring(text.indexOf('_') + 1));
  }
}
