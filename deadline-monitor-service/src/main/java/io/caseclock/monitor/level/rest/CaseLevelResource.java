package io.caseclock.monitor.level.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.CaseLevel;
import io.caseclock.monitor.level.Accesses;
import io.caseclock.monitor.level.CaseLevels;
import io.caseclock.monitor.level.LevelChange;
import io.caseclock.monitor.level.SetLevel;
import io.caseclock.monitor.report.CaseVisibility;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Who may see a case. */
@Path("/api/v1/cases/{caseId}/level")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CaseLevelResource {

  private final CaseLevels levels;
  private final Accesses accesses;
  private final MostRestricted most;
  private final DeadlineQueries queries;
  private final CurrentCaller caller;
  private final InstantSource clock;

  CaseLevelResource(
      CaseLevels levels,
      Accesses accesses,
      MostRestricted most,
      DeadlineQueries queries,
      CurrentCaller caller,
      InstantSource clock) {
    this.levels = levels;
    this.accesses = accesses;
    this.most = most;
    this.queries = queries;
    this.caller = caller;
    this.clock = clock;
  }

  /** How many cases may be restricted at the same time in the installation. */
  public record MostRestricted(int cases) {}

  /**
   * The level of a case.
   *
   * @param level ordinary or restricted
   * @param reason why it was set; null where nobody ever set one, as are the next two
   * @param openUntil until when the caller sees the case because they opened it in need; null where
   *     they did not
   * @param changes who set it when and why, the newest first; at most 100
   */
  public record View(
      String caseId,
      String level,
      @Nullable String reason,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable Instant openUntil,
      List<Change> changes) {

    static View of(
        String caseId,
        Optional<SetLevel> set,
        @Nullable Instant openUntil,
        List<LevelChange> changes) {
      var shown = changes.stream().map(Change::of).toList();
      return set.map(
              one ->
                  new View(
                      caseId,
                      one.level().wire(),
                      one.reason(),
                      one.by(),
                      one.at(),
                      openUntil,
                      shown))
          .orElseGet(
              () ->
                  new View(caseId, CaseLevel.ORDINARY.wire(), null, null, null, openUntil, shown));
    }
  }

  /**
   * That somebody set the level.
   *
   * @param from what was set before; null where nothing was, or where it was not kept
   */
  public record Change(@Nullable String from, String to, String reason, String by, Instant at) {

    static Change of(LevelChange change) {
      var from = change.from();
      return new Change(
          from == null ? null : from.wire(),
          change.to().wire(),
          change.reason(),
          change.by(),
          change.at());
    }
  }

  /** What {@link LevelRequest} reads. */
  record LevelBody(@Schema(enumeration = {"ordinary", "restricted"}) String level, String reason) {}

  /** What holds for a case, for those who see it. */
  @GET
  @RolesAllowed({
    Role.Wire.OFFICER,
    Role.Wire.LEGAL_OFFICER,
    Role.Wire.SUPERVISOR,
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR,
    Role.Wire.PROSECUTOR
  })
  @Operation(
      summary = "Who may see a case",
      description =
          "ordinary: everybody of whose units it is. restricted: of them only supervisors,"
              + " administrators, auditors and precinct systems, and the officers whom a deadline"
              + " of it names. With who set it when and why, the newest first, at most 100. For"
              + " whoever sees the case.")
  public View get(@PathParam("caseId") String written) {
    var caseId = Parameters.identifier("caseId", written);
    if (sight(caseId) == CaseVisibility.NOTHING) {
      throw unknown();
    }
    return view(caseId, levels.of(caseId));
  }

  /** Sets the level of a case of the caller's units; it holds from the next question on. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.Wire.SUPERVISOR)
  @Operation(
      summary = "Restrict a case, or make it ordinary again",
      description =
          "By a supervisor of the unit that has the case, or of one above it. The level, the"
              + " reason, who and when are kept; the request itself is in the audit log. Where the"
              + " case has that level already, nothing is kept, and the answer tells what holds."
              + " With If-Match, the quoted 'at' of the setting that was seen, or \"none\", it is"
              + " set only where that still holds.")
  @RequestBody(content = @Content(schema = @Schema(implementation = LevelBody.class)))
  public View put(
      @PathParam("caseId") String written,
      @HeaderParam("If-Match") @Nullable String seen,
      byte[] body) {
    var caseId = Parameters.identifier("caseId", written);
    if (sight(caseId) != CaseVisibility.WHOLE) {
      throw unknown();
    }
    var asked = LevelRequest.read(body);
    var by = caller.get().asOfficer().orElse(caller.get().name());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var set = new SetLevel(caseId, asked.level(), asked.reason(), by, now);
    return switch (levels.keep(set, IfMatch.seen(seen), most.cases())) {
      case DONE -> view(caseId, Optional.of(set));
      case UNCHANGED -> view(caseId, levels.of(caseId));
      case TOO_MANY ->
          throw new ProblemException(
              ProblemType.RULE_REFUSES,
              most.cases()
                  + " cases are restricted, which is the most. Make others ordinary first.");
      case STALE ->
          throw new ProblemException(
              ProblemType.STALE_VERSION,
              "Somebody else set the level. Read it again and decide on what holds now.");
    };
  }

  private View view(String caseId, Optional<SetLevel> set) {
    var until = accesses.openUntil(caseId, caller.get().name(), clock.instant());
    return View.of(caseId, set, until.orElse(null), levels.changes(caseId));
  }

  private CaseVisibility sight(String caseId) {
    return queries.sight(caller.get().requiredUnit(), caseId);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No case of that id is known in your units.");
  }
}
