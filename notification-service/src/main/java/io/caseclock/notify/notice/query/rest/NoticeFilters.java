package io.caseclock.notify.notice.query.rest;

import io.caseclock.directory.Directory;
import io.caseclock.notify.notice.NoticeFilter;
import io.caseclock.notify.notice.NoticeOrder;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery.Cursor;
import io.caseclock.notify.notice.NoticeStage;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.rest.DaySpan;
import io.caseclock.notify.rest.NoticeParameters;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads strictly what is asked of a list of notices; every refusal names what is allowed. */
@ApplicationScoped
public class NoticeFilters {

  private static final int LONGEST_TEXT = 120;

  private final Directory directory;
  private final NoticeQueries notices;
  private final PolicyWords words;
  private final RulePacks packs;

  @Inject
  NoticeFilters(Directory directory, NoticeQueries notices, PolicyWords words, RulePacks packs) {
    this.directory = directory;
    this.notices = notices;
    this.words = words;
    this.packs = packs;
  }

  /**
   * The filter.
   *
   * @param root the unit whose subtree the caller sees
   * @param now by which something is late
   */
  public NoticeFilter filter(NoticeParameters asked, String root, Instant now) {
    requireWords(asked, root);
    var zone = packs.usualZone();
    var span = DaySpan.read("from", asked.from, "to", asked.to);
    return new NoticeFilter(
        asked.stages.stream().map(NoticeStage::ofWire).flatMap(Optional::stream).toList(),
        asked.states,
        Parameters.flag("late", asked.late) ? Optional.of(now) : Optional.empty(),
        Optional.ofNullable(asked.unit),
        Optional.ofNullable(asked.issuer),
        rules(asked),
        Optional.ofNullable(asked.severity),
        Optional.ofNullable(asked.officer),
        span.begin(zone),
        span.end(zone),
        Optional.ofNullable(Parameters.search("text", asked.text)),
        Optional.ofNullable(asked.deadline));
  }

  private void requireWords(NoticeParameters asked, String root) {
    List<UnknownWord> unknown = new ArrayList<>();
    asked.stages.forEach(
        stage -> PolicyWords.among("stage", stage, NoticeStage.words()).ifPresent(unknown::add));
    asked.states.forEach(
        state -> PolicyWords.among("state", state, NoticeState.names()).ifPresent(unknown::add));
    words.rule("rule", asked.rule).ifPresent(unknown::add);
    words.list("list", asked.list).ifPresent(unknown::add);
    words.severity("severity", asked.severity).ifPresent(unknown::add);
    Parameters.require(unknown);
    Parameters.requireUnit("unit", asked.unit, root, directory);
    requireIssuer("issuer", asked.issuer, root);
    if (asked.officer != null && asked.officer.length() > LONGEST_TEXT) {
      throw Parameters.refused("officer", "has at most 120 characters");
    }
  }

  /** The rule, or those of the list; both together where both are named. */
  private Optional<List<String>> rules(NoticeParameters asked) {
    Set<String> rules = new HashSet<>();
    if (asked.list != null) {
      rules.addAll(packs.rulesOf(asked.list));
    } else if (asked.rule != null) {
      return Optional.of(List.of(asked.rule));
    } else {
      return Optional.empty();
    }
    if (asked.rule != null) {
      rules.retainAll(Set.of(asked.rule));
    }
    return Optional.of(List.copyOf(rules));
  }

  /**
   * Refuses an issuer of which the caller may not know: one that neither stands above the root, nor
   * lies below it, nor has issued anything to a unit of it.
   */
  public void requireIssuer(String name, @Nullable String issuer, String root) {
    if (issuer != null && !isKnownIssuer(issuer, root)) {
      Parameters.requireUnit(name, issuer, root, directory);
    }
  }

  /** Whether the caller may know that this unit issues notices. */
  public boolean isKnownIssuer(String issuer, String root) {
    return directory.line(root).contains(issuer)
        || directory.isWithin(issuer, root)
        || notices.hasIssuedTo(issuer, root);
  }

  /** The order; the newest first where none is asked for. */
  public static NoticeOrder order(@Nullable String sort) {
    Parameters.require("sort", sort, NoticeOrder.words());
    return Optional.ofNullable(sort).flatMap(NoticeOrder::ofWire).orElse(NoticeOrder.NEWEST);
  }

  /** The text of a cursor. */
  public static String text(Cursor cursor, NoticeOrder order) {
    var place = cursor.at() + "_" + cursor.id();
    return order == NoticeOrder.SEVERITY ? cursor.rank() + "_" + place : place;
  }

  /** Reads what {@link #text} wrote for the same order. */
  public static Cursor cursor(String text, NoticeOrder order) {
    if (order != NoticeOrder.SEVERITY) {
      return cursor(0, text);
    }
    if (!text.matches("[0-9]_.*")) {
      throw Paging.badCursor();
    }
    return cursor(text.charAt(0) - '0', text.substring(2));
  }

  private static Cursor cursor(int rank, String place) {
    return new Cursor(rank, Parameters.ofCursor(place), place.substring(place.indexOf('_') + 1));
  }
}
