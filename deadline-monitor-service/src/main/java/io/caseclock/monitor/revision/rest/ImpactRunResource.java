package io.caseclock.monitor.revision.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.revision.ImpactRun;
import io.caseclock.monitor.revision.RunImpact;
import io.caseclock.pack.Pack;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.CsvBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The comparison of a candidate pack that goes on by itself; each caller has one. */
@Path("/api/v1/impact-run")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.SUPERVISOR})
@RunOnVirtualThread
public class ImpactRunResource {

  private static final Logger LOGGER = LoggerFactory.getLogger(ImpactRunResource.class);

  private static final List<String> HEADER =
      List.of(
          "deadline",
          "case",
          "subject",
          "rule",
          "unit",
          "effect",
          "statusBefore",
          "dueBefore",
          "statusAfter",
          "dueAfter");

  private final RunImpact runs;
  private final Impact impact;
  private final ImpactPlaces places;
  private final CurrentCaller caller;
  private final ObjectMapper json;

  ImpactRunResource(
      RunImpact runs, Impact impact, ImpactPlaces places, CurrentCaller caller, ObjectMapper json) {
    this.runs = runs;
    this.impact = impact;
    this.places = places;
    this.caller = caller;
    this.json = json;
  }

  /**
   * How far it is.
   *
   * @param pack the id of the candidate
   * @param cases compared so far, of {@code total}
   * @param state running, done, too-long, busy or broken
   * @param report what would change; null until it is done
   */
  public record View(
      String unit,
      String pack,
      String version,
      Instant startedAt,
      int cases,
      int total,
      String state,
      @Nullable ImpactView report) {}

  /** The caller's last comparison, kept for a day. */
  @GET
  public View get() {
    return view(find());
  }

  /** The deadlines that would change, as a table, once it is done; the first 1,000 of them. */
  @GET
  @Produces(CsvBody.TYPE + ";qs=0.5")
  public Response table() {
    var report = view(find()).report();
    if (report == null) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "The comparison has nothing to show; GET it to see how far it is.");
    }
    return CsvBody.of(
        "impact",
        HEADER,
        rows -> report.differences().forEach(difference -> rows.accept(difference.cells())));
  }

  private ImpactRun find() {
    var present = caller.get();
    return runs.of(present.sharer())
        .filter(run -> run.unit().equals(present.requiredUnit()))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "You have no comparison. Send a pack to POST /api/v1/impact-run."));
  }

  /** Checks a candidate and begins to compare it; the candidate itself is not kept. */
  @POST
  @MaxBodySize(CandidatePack.LARGEST)
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = View.class, responseCode = "202")
  public Response begin(@Nullable CandidatePack candidate) {
    var present = caller.get();
    var unit = present.requiredUnit();
    var pack = CandidatePack.read(candidate, impact);
    var run = begin(present, unit, pack);
    Thread.ofVirtual().name("impact").start(() -> go(run, pack));
    return Response.accepted(view(run)).build();
  }

  private ImpactRun begin(Caller present, String unit, Pack pack) {
    return runs.begin(present.sharer(), unit, pack)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.STATE_FORBIDS,
                    "Your last comparison still goes on. Wait until it is done."));
  }

  private void go(ImpactRun run, Pack pack) {
    try {
      var done = places.places().take(() -> compare(run, pack));
      if (done.isEmpty()) {
        runs.turnAway(run);
      }
    } catch (RuntimeException e) {
      LOGGER.atError().setCause(e).log("the comparison of a pack broke");
    }
  }

  private boolean compare(ImpactRun run, Pack pack) {
    runs.go(run, pack, report -> text(ImpactView.of(report)));
    return true;
  }

  private View view(ImpactRun run) {
    var report = run.state() == ImpactRun.State.DONE ? runs.report(run) : Optional.<String>empty();
    return new View(
        run.unit(),
        run.pack(),
        run.version(),
        run.startedAt(),
        run.cases(),
        run.total(),
        run.state().wire(),
        report.map(this::parsed).orElse(null));
  }

  private String text(ImpactView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImpactView parsed(String text) {
    try {
      return json.readValue(text, ImpactView.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
