package io.caseclock.monitor.statistics.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.DeadlineView;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.rest.TableTime;
import io.caseclock.monitor.statistics.Correction;
import io.caseclock.monitor.statistics.FailedDeadlines;
import io.caseclock.monitor.statistics.FailedDeadlines.Place;
import io.caseclock.monitor.statistics.FailedDeadlines.Which;
import io.caseclock.monitor.statistics.Group;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Indicators;
import io.caseclock.monitor.statistics.Ranks;
import io.caseclock.monitor.statistics.Rate;
import io.caseclock.monitor.statistics.ReportPeriod;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.pack.Indicator;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.CsvBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Indicators of the rule packs that are rates of deadlines met in time, of a unit and all below it,
 * as known now. Those about notices, warnings and call-backs are notification's.
 */
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class IndicatorResource {

  private static final List<String> HEADER =
      List.of(
          "deadline",
          "case",
          "subject",
          "rule",
          "unit",
          "officer",
          "due_at",
          "status",
          "ended_at",
          "rule_zh",
          "rule_en",
          "unit_zh",
          "unit_en",
          "officer_name",
          "due");

  private final Indicators indicators;
  private final FailedDeadlines failed;
  private final Law law;
  private final Directory directory;
  private final AskedUnit units;
  private final InstantSource clock;

  IndicatorResource(
      Indicators indicators,
      FailedDeadlines failed,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.indicators = indicators;
    this.failed = failed;
    this.law = law;
    this.directory = directory;
    this.units = new AskedUnit(directory, caller);
    this.clock = clock;
  }

  /**
   * All indicators of a period.
   *
   * @param from its first day
   * @param to its last day
   * @param asOf when it was asked
   */
  public record IndicatorList(
      String unit,
      String period,
      LocalDate from,
      LocalDate to,
      Instant asOf,
      List<IndicatorView> indicators) {}

  /**
   * One indicator, by unit.
   *
   * @param rules whose deadlines it is a rate of, by their ids
   * @param units those in which anything was due, each without those below it, by their ids
   */
  public record IndicatorByUnit(
      String unit,
      String period,
      LocalDate from,
      LocalDate to,
      Instant asOf,
      IndicatorView indicator,
      List<RuleName> rules,
      List<UnitRate> units) {}

  /** A rule whose deadlines are counted. */
  public record RuleName(String id, Names names) {}

  /**
   * The rate of one unit.
   *
   * @param rank 1 for the best; null where fewer than five were due
   */
  public record UnitRate(
      String unit,
      @Nullable Names names,
      long met,
      long of,
      @Nullable BigDecimal percent,
      @Nullable String colour,
      @Nullable Integer rank) {}

  /**
   * A page of the deadlines behind the miss.
   *
   * @param then by the ids of deadlines, what each was taken for at the end of the period; those
   *     that are known as the same since are left out
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Failed(
      String unit,
      String period,
      List<DeadlineView> deadlines,
      Map<String, TakenFor> then,
      @Nullable String next) {}

  /**
   * What a deadline was taken for.
   *
   * @param outcome met, overdue or another; null where it was not known, or not in this period
   */
  public record TakenFor(@Nullable String outcome, @Nullable Names names) {

    static TakenFor of(String outcome) {
      return outcome.isEmpty()
          ? new TakenFor(null, null)
          : new TakenFor(outcome, Correction.names(outcome));
    }
  }

  /**
   * All indicators with their trend over twelve periods.
   *
   * @param period a month such as 2026-11, an ISO week such as 2026-W47 or a day such as
   *     2026-11-25; this month where none is named
   */
  @GET
  public IndicatorList indicators(
      @QueryParam("unit") @Nullable String unit, @QueryParam("period") @Nullable String period) {
    var today = today();
    var asked = units.of(unit);
    var of = period(period, today);
    return new IndicatorList(
        asked,
        of.name(),
        of.span().from(),
        of.span().to(),
        today.now(),
        indicators.of(asked, of, today).stream().map(IndicatorView::of).toList());
  }

  /** One indicator with its trend, and by unit. */
  @GET
  @Path("{id}")
  public IndicatorByUnit indicator(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("period") @Nullable String period) {
    var today = today();
    var indicator = find(id);
    var asked = units.of(unit);
    var of = period(period, today);
    var groups = indicators.byUnit(indicator, asked, of, today);
    var ranks = Ranks.of(groups);
    var names = new KeyNames(law, directory, asked);
    return new IndicatorByUnit(
        asked,
        of.name(),
        of.span().from(),
        of.span().to(),
        today.now(),
        IndicatorView.of(indicators.of(indicator, asked, of, today)),
        rules(id),
        groups.stream()
            .filter(group -> group.counts().decided() > 0)
            .map(group -> view(indicator, group, names, ranks.get(group)))
            .toList());
  }

  private List<RuleName> rules(String id) {
    return indicators.rulesOf(id).stream()
        .flatMap(rule -> law.rule(rule).stream())
        .map(found -> new RuleName(found.rule().id(), found.rule().names()))
        .toList();
  }

  private static UnitRate view(
      Indicator indicator, Group group, KeyNames names, @Nullable Integer rank) {
    var rate = Rate.inTime(group.counts());
    var colour = IndicatorView.colour(indicator, rate);
    return new UnitRate(
        group.key(),
        names.of(Grouping.UNIT, group.key()),
        rate.met(),
        rate.of(),
        rate.percent(),
        colour == null ? null : Words.of(colour),
        rank);
  }

  /** The deadlines that were late, mended since or not, by the day to which they count. */
  @GET
  @Path("{id}/failed")
  public Failed failed(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("period") @Nullable String period,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var today = today();
    var of = period(period, today);
    var which = new Which(units.of(unit), of.span(), indicators.rulesOf(find(id).id()));
    var most = Parameters.limit(limit, Parameters.MOST);
    var found = failed.page(which, today, Parameters.cursor(after, DayCursor::parse), most + 1);
    var page = found.subList(0, Math.min(most, found.size()));
    return new Failed(
        which.unit(),
        of.name(),
        page.stream().map(deadline -> DeadlineView.of(deadline, law, today.now())).toList(),
        then(which, page),
        found.size() > most ? DayCursor.text(place(page.getLast())) : null);
  }

  private Map<String, TakenFor> then(Which which, List<StoredDeadline> page) {
    Map<String, TakenFor> then = new TreeMap<>();
    failed
        .takenFor(which.span(), page.stream().map(StoredDeadline::id).toList())
        .forEach((deadline, outcome) -> then.put(deadline.toString(), TakenFor.of(outcome)));
    return then;
  }

  /** The same as a table, all of them. */
  @GET
  @Path("{id}/failed")
  @Produces(CsvBody.TYPE + ";qs=0.5")
  public Response failedAsTable(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("period") @Nullable String period) {
    var today = today();
    var of = period(period, today);
    var which = new Which(units.of(unit), of.span(), indicators.rulesOf(find(id).id()));
    var names = new KeyNames(law, directory, which.unit());
    return CsvBody.of(
        id + "-" + of.name(),
        HEADER,
        rows ->
            failed.each(which, today, deadline -> rows.accept(row(deadline, names, today.now()))));
  }

  /** The same ids and instants as ever, then what people call them. */
  private @Nullable Object[] row(StoredDeadline deadline, KeyNames names, Instant now) {
    var rule = names.of(Grouping.RULE, deadline.key().rule());
    var unit = names.of(Grouping.UNIT, deadline.responsible().unit());
    var officer = deadline.responsible().officer();
    var person = officer == null ? null : names.of(Grouping.OFFICER, officer);
    var zone = law.rule(deadline.key().rule()).map(one -> one.pack().zone()).orElse(law.zone());
    return new @Nullable Object[] {
      deadline.id(),
      deadline.caseId(),
      deadline.key().subject().toString(),
      deadline.key().rule(),
      deadline.responsible().unit(),
      officer,
      deadline.dueAt(),
      deadline.statusAt(now).wire(),
      deadline.endedAt(),
      rule == null ? null : rule.zh(),
      rule == null ? null : rule.en(),
      unit == null ? null : unit.zh(),
      unit == null ? null : unit.en(),
      person == null ? null : person.zh(),
      TableTime.due(deadline.dueAt(), zone)
    };
  }

  private static Place place(StoredDeadline deadline) {
    return new Place(
        Objects.requireNonNull(deadline.count().on(), "it counts on a day"), deadline.id());
  }

  private Today today() {
    return Today.of(law, clock.instant());
  }

  private static ReportPeriod period(@Nullable String text, Today today) {
    if (text == null) {
      return ReportPeriod.holding(Grouping.MONTH, today.latest());
    }
    try {
      return ReportPeriod.parse(text);
    } catch (IllegalArgumentException e) {
      throw Parameters.refused("period", "a period such as 2026-11, 2026-W47 or 2026-11-25");
    }
  }

  private Indicator find(String id) {
    return indicators
        .find(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No indicator of that id is a rate of deadlines. See GET /api/v1/indicators;"
                        + " those about notices, warnings and call-backs are notification's."));
  }
}
