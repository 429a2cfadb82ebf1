package io.caseclock.notify.console.indicator;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Chart;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.console.overview.UnitNumbers;
import io.caseclock.notify.indicator.OwnIndicators;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rates with target, band and trend, and the cases behind the miss. */
@Path("/indicators")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class IndicatorPages {

  private static final int TREND = 12;
  private static final int PAGE = 50;

  /** With more the names below the bars cannot be read. */
  private static final int MOST_BARS = 20;

  private static final String API = "/api/v1/indicators";
  private static final String FAILED = "/failed";

  private final PageContext page;
  private final PageFormat format;
  private final Monitor monitor;
  private final UnitNumbers numbers;
  private final OwnIndicators own;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  IndicatorPages(
      PageContext page,
      PageFormat format,
      Monitor monitor,
      UnitNumbers numbers,
      OwnIndicators own,
      PageTime time,
      InstantSource clock) {
    this.page = page;
    this.format = format;
    this.monitor = monitor;
    this.numbers = numbers;
    this.own = own;
    this.time = time;
    this.clock = clock;
  }

  /**
   * All of a period.
   *
   * @param askedUnit one of the visitor's units; their own where none is named
   * @param askedPeriod a month, a week or a day; this month where none is named
   */
  @GET
  public Response list(
      @QueryParam("unit") @Nullable String askedUnit,
      @QueryParam("period") @Nullable String askedPeriod) {
    var unit = numbers.unit(askedUnit);
    var choice = period(askedPeriod);
    var asked = monitor.get(API, query(unit, choice), Told.All.class);
    return page.show(
        200,
        new IndicatorList(
            page.root(),
            unit,
            choice,
            query(unit, choice).toString(),
            ownLines(unit, choice),
            asked.answer()));
  }

  /**
   * One of them.
   *
   * @param after where the page of cases begins
   */
  @GET
  @Path("{id}")
  public Response one(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String askedUnit,
      @QueryParam("period") @Nullable String askedPeriod,
      @QueryParam("after") @Nullable String after) {
    var unit = numbers.unit(askedUnit);
    var choice = period(askedPeriod);
    var ours = ownLines(unit, choice).stream().filter(line -> line.id().equals(id)).findFirst();
    return ours.isPresent()
        ? page.show(200, own(ours.get(), unit, choice))
        : ofDeadlines(id, unit, choice, after);
  }

  private IndicatorOwn own(IndicatorLine line, String unit, PeriodChoice choice) {
    return new IndicatorOwn(
        page.root(), unit, choice, query(unit, choice).toString(), line, chart(line));
  }

  private Response ofDeadlines(
      String id, String unit, PeriodChoice choice, @Nullable String after) {
    var query = query(unit, choice);
    var path = API + "/" + Links.segment(id);
    var asked = monitor.get(path, query, Told.ByUnit.class);
    var failed =
        monitor.get(path + FAILED, query.and("after", after).and("limit", PAGE), Told.Failed.class);
    var answer = asked.answer();
    answer
        .refusal()
        .filter(problem -> problem.type() == ProblemType.NOT_FOUND)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    var told = answer.toldOrEmpty();
    return page.show(
        200,
        new IndicatorDetail(
            page.root(),
            unit,
            "/indicators/" + Links.segment(id),
            choice,
            query.toString(),
            answer,
            told.map(Told.ByUnit::indicator).map(this::chart).orElse(null),
            told.flatMap(this::bars).orElse(null),
            failed.answer()));
  }

  /** All cases behind the miss, as the monitor writes them. */
  @GET
  @Path("{id}/failed.csv")
  public Response failed(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String askedUnit,
      @QueryParam("period") @Nullable String askedPeriod) {
    var choice = period(askedPeriod);
    var name = id.replaceAll("[^A-Za-z0-9-]", "-") + "-" + choice.period() + ".csv";
    return monitor.download(
        API + "/" + Links.segment(id) + FAILED,
        query(numbers.unit(askedUnit), choice),
        "text/csv",
        name);
  }

  private static Query query(String unit, PeriodChoice choice) {
    return Query.of("unit", unit).and("period", choice.period());
  }

  private List<IndicatorLine> ownLines(String unit, PeriodChoice choice) {
    var periods = choice.period().upToHere(TREND);
    return QuarkusTransaction.requiringNew()
        .call(() -> own.rates(unit, periods, time.zone()))
        .stream()
        .map(rate -> IndicatorLine.of(rate, periods))
        .toList();
  }

  private Chart chart(IndicatorLine line) {
    var texts = page.texts(IndicatorTexts.class);
    return line.chart(texts.trendOf(format.pick(line.names())), texts.rate(), texts.target());
  }

  private Optional<Chart> bars(Told.ByUnit told) {
    var texts = page.texts(IndicatorTexts.class);
    var units = told.units();
    if (units.size() < 2 || units.size() > MOST_BARS) {
      return Optional.empty();
    }
    List<@Nullable Double> values = new ArrayList<>();
    units.forEach(
        one ->
            values.add(one.percent() == null ? null : Double.valueOf(one.percent().doubleValue())));
    return Optional.of(
        new Chart(
            "bar",
            texts.byUnit(),
            units.stream().map(one -> format.unit(one.unit())).toList(),
            List.of(new Chart.Series(texts.rate(), values)),
            "%"));
  }

  private PeriodChoice period(@Nullable String asked) {
    return PeriodChoice.of(
            asked, time.today(clock.instant()), period -> format.pick(PeriodNames.of(period)))
        .orElseThrow(
            () -> Parameters.refused("period", "is a day, a week or a month that has begun"));
  }

  /**
   * All indicators.
   *
   * @param root the unit whose subtree the visitor sees
   * @param query the unit and the period, for links
   * @param own those that this service counts
   */
  @CheckedTemplate(basePath = "indicator", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record IndicatorList(
      String root,
      String unit,
      PeriodChoice choice,
      String query,
      List<IndicatorLine> own,
      Answer<Told.All> answer)
      implements TemplateInstance {}

  /** One that this service counts. */
  @CheckedTemplate(basePath = "indicator", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record IndicatorOwn(
      String root, String unit, PeriodChoice choice, String query, IndicatorLine line, Chart trend)
      implements TemplateInstance {}

  /**
   * One of deadlines.
   *
   * @param bars null where there are too few units to compare, or too many to draw
   */
  @CheckedTemplate(basePath = "indicator", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record IndicatorDetail(
      String root,
      String unit,
      String path,
      PeriodChoice choice,
      String query,
      Answer<Told.ByUnit> answer,
      @Nullable Chart trend,
      @Nullable Chart bars,
      Answer<Told.Failed> failed)
      implements TemplateInstance {}
}
