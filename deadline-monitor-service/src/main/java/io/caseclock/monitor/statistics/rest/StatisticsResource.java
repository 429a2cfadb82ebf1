package io.caseclock.monitor.statistics.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.DeadlineCounts;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.statistics.CountSafeDays;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Group;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Ranks;
import io.caseclock.monitor.statistics.Rate;
import io.caseclock.monitor.statistics.RollUps;
import io.caseclock.monitor.statistics.SafeDays;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.rest.CsvBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many deadlines of a unit and all below it came to what. A deadline counts once, on its due
 * day in the pack's zone, for whoever had it when it was due or ended before.
 */
@Path("/api/v1/statistics")
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
public class StatisticsResource {

  private static final int MOST_GROUPS = 5_000;

  private final DeadlineStatistics statistics;
  private final CountSafeDays safeDays;
  private final RollUps rollUps;
  private final Law law;
  private final Directory directory;
  private final CurrentCaller caller;
  private final AskedUnit units;
  private final InstantSource clock;

  StatisticsResource(
      DeadlineStatistics statistics,
      CountSafeDays safeDays,
      RollUps rollUps,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.statistics = statistics;
    this.safeDays = safeDays;
    this.rollUps = rollUps;
    this.law = law;
    this.directory = directory;
    this.caller = caller;
    this.units = new AskedUnit(directory, caller);
    this.clock = clock;
  }

  /**
   * The groups of a span of days.
   *
   * @param from the first day, inclusive
   * @param to the last day, inclusive
   * @param asOf when it was asked
   * @param closed whether the span is over, so that {@code view=then} never changes any more
   * @param total all groups together
   * @param rate met in time, of those of which it is known
   * @param groups by their keys, only those that hold anything
   * @param next give it as {@code after} to get the next groups; null where there are no more
   */
  public record Statistics(
      String unit,
      LocalDate from,
      LocalDate to,
      String by,
      String view,
      Instant asOf,
      boolean closed,
      DeadlineCounts total,
      Rate rate,
      List<GroupView> groups,
      @Nullable String next) {}

  /**
   * Days without a breach in the unit and all below it, as known now.
   *
   * @param asOf the day
   */
  public record SafeDaysView(String unit, LocalDate asOf, SafeDays safeDays) {}

  /**
   * How the roll-ups were built anew.
   *
   * @param deadlines how many count
   */
  public record Rebuilt(Instant at, long deadlines) {}

  /** Counts deadlines by one grouping, of at most 366 days. */
  @GET
  @Path("deadlines")
  public Statistics deadlines(
      @BeanParam AskedStatistics asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("1000") String limit) {
    var today = Today.of(law, clock.instant());
    var question = asked.question(units, today);
    var most = Parameters.limit(limit, MOST_GROUPS);
    var groups = statistics.groups(question, today);
    var views = views(question, groups);
    var from = Parameters.cursor(after, text -> among(views, text));
    var wanted =
        views.stream().filter(view -> from == null || view.key().compareTo(from) > 0).toList();
    var page = wanted.subList(0, Math.min(most, wanted.size()));
    var total =
        groups.stream().map(Group::counts).reduce(DeadlineCounts.NONE, DeadlineCounts::plus);
    return new Statistics(
        question.unit(),
        question.span().from(),
        question.span().to(),
        question.by().getFirst().wire(),
        question.knowledge().wire(),
        today.now(),
        today.isAfter(question.span()),
        total,
        Rate.inTime(total),
        page,
        wanted.size() > most ? page.getLast().key() : null);
  }

  /** Only a group that there is was ever given out; refuses anything else as readers do. */
  private static String among(List<GroupView> views, String key) {
    return views.stream()
        .map(GroupView::key)
        .filter(key::equals)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no group: " + key));
  }

  /** The same as a table, all groups of it. */
  @GET
  @Path("deadlines")
  @Produces(CsvBody.TYPE + ";qs=0.5")
  public Response deadlinesAsTable(@BeanParam AskedStatistics asked) {
    var today = Today.of(law, clock.instant());
    var question = asked.question(units, today);
    var views = views(question, statistics.groups(question, today));
    var name = "deadlines-" + question.span().from() + "-" + question.span().to();
    return CsvBody.of(
        name, GroupTable.HEADER, rows -> views.forEach(view -> rows.accept(GroupTable.row(view))));
  }

  private List<GroupView> views(Question question, List<Group> groups) {
    var by = question.by().getFirst();
    var names = new KeyNames(law, directory, question.unit());
    Map<Group, Integer> ranks = by.isTime() ? Map.of() : Ranks.of(groups);
    return groups.stream()
        .map(
            group ->
                new GroupView(
                    group.key(),
                    names.of(by, group.key()),
                    group.counts(),
                    Rate.inTime(group.counts()),
                    ranks.get(group)))
        .toList();
  }

  /** Days since the last breach, and the longest run without one. */
  @GET
  @Path("safe-days")
  public SafeDaysView safeDays(@QueryParam("unit") @Nullable String unit) {
    var today = Today.of(law, clock.instant());
    var asked = units.of(unit);
    return new SafeDaysView(asked, today.earliest(), safeDays.of(asked, today));
  }

  /** Builds the roll-ups of all units anew from the deadlines; what was known when stays. */
  @POST
  @Path("rebuild")
  @RolesAllowed(Role.Wire.ADMINISTRATOR)
  public Rebuilt rebuild() {
    directory.requireWholeTree(caller.get());
    var now = clock.instant();
    return new Rebuilt(now, rollUps.rebuild(now));
  }
}
