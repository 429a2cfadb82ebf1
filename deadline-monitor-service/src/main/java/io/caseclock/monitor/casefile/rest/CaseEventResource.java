package io.caseclock.monitor.casefile.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.casefile.CaseFiles;
import io.caseclock.monitor.casefile.CaseFiles.Effects;
import io.caseclock.monitor.casefile.EventPlace;
import io.caseclock.monitor.casefile.EventTypes;
import io.caseclock.monitor.casefile.JudgedCase;
import io.caseclock.monitor.casefile.ReadCaseFile;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.CaseVisibility;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.DeletedContents;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What happened in a case and what became of each event. */
@Path("/api/v1/cases/{caseId}/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class CaseEventResource {

  private final DeadlineQueries queries;
  private final CaseFiles files;
  private final ReadCaseFile read;
  private final EventTypes types;
  private final Law law;
  private final CurrentCaller caller;
  private final InstantSource clock;

  CaseEventResource(
      DeadlineQueries queries,
      CaseFiles files,
      ReadCaseFile read,
      EventTypes types,
      Law law,
      CurrentCaller caller,
      InstantSource clock) {
    this.queries = queries;
    this.files = files;
    this.read = read;
    this.types = types;
    this.law = law;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page of events.
   *
   * @param contentsDeletedAt when their contents were deleted, kept long enough; null where they
   *     are there
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Answer(
      String caseId,
      @Nullable Instant contentsDeletedAt,
      List<CaseAnswers.Event> events,
      @Nullable String next) {}

  @GET
  @Operation(
      summary = "What happened in a case, and what became of it",
      description =
          "All events in the order in which they happened, withdrawn ones and those without effect"
              + " among them: when each was entered, what it opened, moved or ended, who took it"
              + " back, and where it did nothing, why. Whoever had the case before sees what"
              + " happened until then.")
  public Answer events(
      @PathParam("caseId") String written,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var unit = caller.get().requiredUnit();
    var caseId = Parameters.identifier("caseId", written);
    var most = Parameters.limit(limit, Parameters.MOST);
    var place = Parameters.cursor(after, Cursors::event);
    if (queries.sight(unit, caseId) == CaseVisibility.NOTHING) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "No case of that id is known in your units.");
    }
    var found = files.events(caseId, unit, place, most + 1);
    var page = found.subList(0, Math.min(most, found.size()));
    var next = found.size() > most ? Cursors.text(EventPlace.behind(page.getLast())) : null;
    var deletedAt = queries.deletedContents(caseId).map(DeletedContents::at).orElse(null);
    return new Answer(caseId, deletedAt, filed(caseId, page), next);
  }

  private List<CaseAnswers.Event> filed(String caseId, List<CaseEvent> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    var judged = read.judge(caseId, clock.instant(), event -> true);
    var effects = files.effects(caseId, page.stream().map(CaseEvent::eventId).toList());
    return page.stream()
        .map(event -> filed(judged, event, effects.getOrDefault(event.eventId(), Effects.NONE)))
        .toList();
  }

  private CaseAnswers.Event filed(JudgedCase judged, CaseEvent event, Effects effects) {
    var filed = judged.filed(event);
    return CaseAnswers.Event.of(
        effects.equals(Effects.NONE) ? filed : filed.withEffects(), effects, types, law);
  }
}
