package io.caseclock.notify.escalation.query.rest;

import io.caseclock.directory.Directory;
import io.caseclock.notify.escalation.EscalationFilter;
import io.caseclock.notify.escalation.EscalationOrder;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.EscalationQuery.Cursor;
import io.caseclock.notify.rest.EscalationParameters;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads strictly what is asked of a list of breaches; every refusal names what is allowed. */
@ApplicationScoped
public class EscalationFilters {

  private final Directory directory;
  private final PolicyWords words;

  @Inject
  EscalationFilters(Directory directory, PolicyWords words) {
    this.directory = directory;
    this.words = words;
  }

  /**
   * The filter.
   *
   * @param root the unit whose subtree the caller sees
   */
  public EscalationFilter filter(EscalationParameters asked, String root) {
    List<UnknownWord> unknown = new ArrayList<>();
    words.severity("severity", asked.severity).ifPresent(unknown::add);
    words.rule("rule", asked.rule).ifPresent(unknown::add);
    words.list("list", asked.list).ifPresent(unknown::add);
    Parameters.require(unknown);
    Parameters.requireUnit("unit", asked.unit, root, directory);
    return new EscalationFilter(
        Optional.ofNullable(asked.unit),
        Optional.ofNullable(asked.officer),
        Optional.ofNullable(asked.severity),
        Optional.ofNullable(asked.rule),
        Optional.ofNullable(asked.list),
        Optional.ofNullable(Parameters.search("text", asked.text)));
  }

  /** The state; empty where none is asked for. */
  public static Optional<String> state(@Nullable String state) {
    Parameters.require("state", state, EscalationQuery.STATES);
    return Optional.ofNullable(state);
  }

  /** The order; the newest first where none is asked for. */
  public static EscalationOrder order(@Nullable String sort) {
    Parameters.require("sort", sort, EscalationOrder.words());
    return Optional.ofNullable(sort)
        .flatMap(EscalationOrder::ofWire)
        .orElse(EscalationOrder.NEWEST);
  }

  /** The text of a cursor. */
  public static String text(Cursor cursor) {
    return cursor.rank() + "_" + cursor.at() + "_" + cursor.id();
  }

  /** Reads what {@link #text} wrote. */
  public static Cursor cursor(String text) {
    if (!text.matches("[0-9]_.*")) {
      throw Paging.badCursor();
    }
    var place = text.substring(2);
    return new Cursor(
        text.charAt(0) - '0', Parameters.ofCursor(place), place.substring(place.indexOf('_') + 1));
  }
}
