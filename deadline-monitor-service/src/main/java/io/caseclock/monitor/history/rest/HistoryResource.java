package io.caseclock.monitor.history.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.history.HeldFindingLine;
import io.caseclock.monitor.history.HistoryLine;
import io.caseclock.monitor.history.HistoryQueries;
import io.caseclock.monitor.history.HistoryQueries.Scope;
import io.caseclock.monitor.history.HistoryQueries.Which;
import io.caseclock.monitor.history.Release;
import io.caseclock.monitor.history.ReleaseHistory;
import io.caseclock.monitor.history.ReleaseHistory.Outcome;
import io.caseclock.monitor.history.WaitingRule;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.Page;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.monitor.rest.DeadlineView;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What would have been told of old cases, and how supervisors release what is still overdue. */
@Path("/api/v1/history")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class HistoryResource {

  private final HistoryQueries history;
  private final ReleaseHistory release;
  private final Law law;
  private final Directory directory;
  private final CurrentCaller caller;
  private final AskedUnit units;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  HistoryResource(
      HistoryQueries history,
      ReleaseHistory release,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock,
      MeterRegistry metrics) {
    this.history = history;
    this.release = release;
    this.law = law;
    this.directory = directory;
    this.caller = caller;
    this.units = new AskedUnit(directory, caller);
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * A line of the report: what would have been told in one unit by one rule at one stage.
   *
   * @param names of the rule; its id where no pack in force has it
   * @param level {@code breach}, or a warning such as {@code before-P3D}
   * @param alarms how many deadlines would have been told of
   * @param open how many of them are overdue to this day
   * @param waiting how many of those no supervisor has released
   */
  public record LineView(
      String unit,
      String rule,
      Names names,
      String severity,
      String level,
      long alarms,
      long open,
      long waiting) {}

  /**
   * A page of the report.
   *
   * @param findings that were held back; only on the first page, the first 500 of them
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Report(
      String unit,
      Instant asOf,
      List<LineView> lines,
      List<HeldFindingLine> findings,
      @Nullable String next) {}

  /**
   * A page of the breaches that are overdue to this day.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Breaches(List<DeadlineView> breaches, @Nullable String next) {}

  /**
   * What of a rule waits.
   *
   * @param names of the rule; its id where no pack in force has it
   * @param waiting how many breaches a release would tell of
   * @param units in how many units
   * @param officers how many officers are named in them
   * @param oldest when the first of them was due
   */
  public record WaitingView(
      String rule, Names names, long waiting, long units, long officers, Instant oldest) {}

  /**
   * What waits in a unit and below, the most first, at most 500 rules.
   *
   * @param most how many breaches one release takes
   */
  public record Waiting(String unit, Instant asOf, int most, List<WaitingView> rules) {}

  /**
   * A supervisor's decision.
   *
   * @param deadlines how many breaches it released
   * @param waiting how many of the same rule still wait in the unit; more than one decision takes
   */
  public record ReleaseView(
      UUID id,
      String unit,
      String rule,
      String as,
      int deadlines,
      String by,
      Instant at,
      @Nullable Long waiting) {}

  /** The newest decisions, at most 500. */
  public record Releases(List<ReleaseView> releases) {}

  /** What {@link ReleaseRequest} reads. */
  record ReleaseBody(
      String unit,
      String rule,
      @Schema(enumeration = {"digest", "notices", "nothing"}) String as) {}

  /** What would have been told, by unit, rule and stage, of the unit and all below it. */
  @GET
  @Path("report")
  public Report report(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("500") String limit) {
    var scope = scope(unit);
    var most = Parameters.limit(limit, Parameters.MOST);
    var from = Parameters.cursor(after, ReportCursor::parse);
    var now = clock.instant();
    var found = history.report(scope, from, now, most + 1);
    var lines = found.subList(0, Math.min(most, found.size()));
    return new Report(
        scope.unit(),
        now,
        lines.stream().map(this::view).toList(),
        from == null ? history.findings(scope, Parameters.MOST) : List.of(),
        found.size() > most ? ReportCursor.text(lines.getLast()) : null);
  }

  /** Breaches of the time that is history which are overdue to this day, the oldest first. */
  @GET
  @Path("breaches")
  public Breaches breaches(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("rule") @Nullable String rule,
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var now = clock.instant();
    var page =
        history.breaches(
            scope(unit),
            Parameters.optionalIdentifier("rule", rule),
            which(state),
            now,
            Parameters.cursor(after, Page.Cursor::parse),
            Parameters.limit(limit, Parameters.MOST));
    var next = page.next();
    return new Breaches(
        page.items().stream().map(item -> DeadlineView.of(item, law, now)).toList(),
        next == null ? null : next.text());
  }

  /** How much a release of each rule would tell, before it is made. */
  @GET
  @Path("waiting")
  public Waiting waiting(@QueryParam("unit") @Nullable String unit) {
    var scope = scope(unit);
    var now = clock.instant();
    return new Waiting(
        scope.unit(),
        now,
        ReleaseHistory.MOST,
        history.waiting(scope, now, Parameters.MOST).stream().map(this::view).toList());
  }

  /** How supervisors released what is history, the newest first. */
  @GET
  @Path("releases")
  public Releases releases(@QueryParam("unit") @Nullable String unit) {
    return new Releases(
        history.releases(scope(unit), Parameters.MOST).stream()
            .map(each -> view(each, null))
            .toList());
  }

  /**
   * Releases the breaches of a rule in the unit and below that are still overdue and wait: as one
   * digest a person, as notices like any other breach, or as nothing, which marks them as dealt
   * with. Said again it changes nothing and answers with the decision that holds.
   */
  @POST
  @Path("releases")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.SUPERVISOR)
  @RequestBody(content = @Content(schema = @Schema(implementation = ReleaseBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "Released.",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was released before.",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  public Response release(byte[] body) {
    var wish = ReleaseRequest.read(body);
    if (!directory.isWithin(wish.unit(), caller.get().requiredUnit())) {
      throw new ProblemException(
          ProblemType.UNKNOWN_UNIT, "Release what is history in your own unit and below.");
    }
    if (law.rule(wish.rule()).isEmpty()) {
      throw RequestFaults.refused(
          List.of(new Violation("/rule", "no rule pack in force has a rule of this id")));
    }
    var by = caller.get().asOfficer().orElse(caller.get().name());
    return switch (release.release(wish.unit(), wish.rule(), wish.as(), by)) {
      case Outcome.Released(var made) -> {
        metrics
            .counter("caseclock.monitor.history.released", "as", made.as().wire())
            .increment(made.deadlines());
        yield Response.status(Response.Status.CREATED).entity(view(made, waiting(made))).build();
      }
      case Outcome.ReleasedBefore(var made) -> Response.ok(view(made, 0L)).build();
      case Outcome.NothingWaits() ->
          throw new ProblemException(
              ProblemType.NOT_FOUND,
              "Nothing of this rule waits in this unit. See GET /api/v1/history/report.");
    };
  }

  private long waiting(Release made) {
    var scope = new Scope(caller.get().requiredUnit(), made.unit());
    var page =
        history.breaches(scope, made.rule(), Which.WAITING, made.at(), null, Parameters.MOST);
    return page.items().size();
  }

  private Scope scope(@Nullable String unit) {
    return new Scope(caller.get().requiredUnit(), units.of(unit));
  }

  private static Which which(String state) {
    var words =
        Arrays.stream(Which.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    Parameters.oneOf("state", state, words);
    return Which.valueOf(state.toUpperCase(Locale.ROOT));
  }

  private WaitingView view(WaitingRule one) {
    return new WaitingView(
        one.rule(), names(one.rule()), one.waiting(), one.units(), one.officers(), one.oldest());
  }

  private Names names(String rule) {
    return law.rule(rule).map(found -> found.rule().names()).orElse(new Names(rule, rule));
  }

  private LineView view(HistoryLine line) {
    return new LineView(
        line.unit(),
        line.rule(),
        names(line.rule()),
        line.severity(),
        line.level(),
        line.alarms(),
        line.open(),
        line.waiting());
  }

  private static ReleaseView view(Release release, @Nullable Long waiting) {
    return new ReleaseView(
        release.id(),
        release.unit(),
        release.rule(),
        release.as().wire(),
        release.deadlines(),
        release.by(),
        release.at(),
        waiting);
  }
}
