package io.caseclock.monitor.report.rest;

import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.present.PresentDay;
import io.caseclock.monitor.report.Change;
import io.caseclock.monitor.report.ChangedSince;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlineOrder;
import io.caseclock.monitor.report.DueSpan;
import io.caseclock.monitor.report.DueWindow;
import io.caseclock.monitor.rest.Parameters;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a listing of deadlines; what is not given asks nothing. */
public class AskedDeadlines {

  private static final int MOST_IDS = 100;

  /** A unit, and all below it. */
  @QueryParam("unit")
  @Nullable String unit;

  @QueryParam("case")
  @Nullable String caseId;

  @QueryParam("rule")
  @Nullable String rule;

  /** Whose duty it is: authority, party, or another organ as the rules name it: procuratorate. */
  @QueryParam("duty")
  @Nullable String duty;

  @QueryParam("list")
  @Nullable String list;

  @QueryParam("officer")
  @Nullable String officer;

  /** Only these deadlines, at most a hundred. */
  @QueryParam("id")
  List<String> ids = List.of();

  /** How they stand; open for all that are still to be done. */
  @QueryParam("status")
  List<String> statuses = List.of();

  @QueryParam("severity")
  List<String> severities = List.of();

  /** incident, case, person, property, case-file, venue, notice or plan. */
  @QueryParam("element")
  List<String> elements = List.of();

  /** high, medium or low: how likely they are to be missed. */
  @QueryParam("risk")
  List<String> risks = List.of();

  /** overdue, today, tomorrow, this-week, next-7-days or this-month. */
  @QueryParam("due")
  @Nullable String due;

  /** The first due day, inclusive. */
  @QueryParam("dueOnFrom")
  @Nullable String dueOnFrom;

  /** The last due day, inclusive. */
  @QueryParam("dueOnTo")
  @Nullable String dueOnTo;

  /** The first due instant, inclusive. */
  @QueryParam("dueFrom")
  @Nullable String dueFrom;

  /** Where the due instants end, exclusive. */
  @QueryParam("dueBefore")
  @Nullable String dueBefore;

  /** opened, breached, met or met-late: what came to that since the beginning of yesterday. */
  @QueryParam("changed")
  @Nullable String changed;

  /** due, severity, unit, rule, officer or started, with a minus before it for the reverse. */
  @QueryParam("sort")
  @DefaultValue("due")
  String sort = "due";

  /**
   * What is meant.
   *
   * @param day the day that it is in the usual zone of the packs
   */
  DeadlineFilter filter(String visibleUnit, KnownWords words, PresentDay day) {
    return new DeadlineFilter(
        visibleUnit,
        words.unit(unit),
        Parameters.optionalIdentifier("case", caseId),
        words.rule(rule),
        words.list(list),
        Parameters.optionalIdentifier("officer", officer),
        Parameters.ids("id", ids, MOST_IDS),
        Parameters.statuses(statuses),
        words.severities(severities),
        words.elements(elements),
        risks(),
        due(day.today()),
        changed(day),
        words.rulesOfDuty(duty));
  }

  private @Nullable ChangedSince changed(PresentDay day) {
    Parameters.oneOf("changed", changed, Change.words());
    return changed == null ? null : new ChangedSince(Change.ofWire(changed), day.since());
  }

  DeadlineOrder order() {
    Parameters.oneOf("sort", sort, DeadlineOrder.words());
    return DeadlineOrder.ofWire(sort);
  }

  private Set<Band> risks() {
    var known = Arrays.stream(Band.values()).map(Band::wire).toList();
    return Parameters.someOf("risk", risks, known).stream()
        .map(word -> Band.ofWire(word).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private DueSpan due(LocalDate today) {
    Parameters.oneOf("due", due, DueWindow.words());
    var span = due == null ? DueSpan.ANY : DueWindow.ofWire(due).from(today);
    var first = Parameters.optionalDay("dueOnFrom", dueOnFrom);
    var last = Parameters.optionalDay("dueOnTo", dueOnTo);
    if (first != null && last != null && last.isBefore(first)) {
      throw Parameters.refused("dueOnTo", "a day that is not before 'dueOnFrom'");
    }
    var begin = Parameters.optionalInstant("dueFrom", dueFrom);
    var end = Parameters.optionalInstant("dueBefore", dueBefore);
    if (begin != null && end != null && end.isBefore(begin)) {
      throw Parameters.refused("dueBefore", "a time that is not before 'dueFrom'");
    }
    return new DueSpan(begin, end, first, last, false).and(span);
  }
}
