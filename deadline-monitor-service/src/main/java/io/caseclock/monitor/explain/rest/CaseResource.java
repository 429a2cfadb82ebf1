package io.caseclock.monitor.explain.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.CaseEvent;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.explain.CaseTimelines;
import io.caseclock.monitor.explain.CaseTimelines.Computed;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.CaseVisibility;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlineOrder;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.DeadlineQueries.Question;
import io.caseclock.monitor.report.DeletedContents;
import io.caseclock.monitor.report.PlaceText;
import io.caseclock.monitor.rest.AsKnown;
import io.caseclock.monitor.rest.ComputedDeadline;
import io.caseclock.monitor.rest.DeadlineView;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The deadlines of one case, now or as they stood and were known on a past day. */
@Path("/api/v1/cases/{caseId}/deadlines")
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
public class CaseResource {

  /** More at once than any honest case has; larger ones come in pages. */
  private static final int MOST = 1_000;

  private final DeadlineQueries queries;
  private final Directory directory;
  private final CaseTimelines timelines;
  private final Law law;
  private final CurrentCaller caller;
  private final InstantSource clock;

  CaseResource(
      DeadlineQueries queries,
      Directory directory,
      CaseTimelines timelines,
      Law law,
      CurrentCaller caller,
      InstantSource clock) {
    this.queries = queries;
    this.directory = directory;
    this.timelines = timelines;
    this.law = law;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The deadlines of a case.
   *
   * @param unverified why they cannot be relied on at the moment; null where they can
   * @param contentsDeletedAt when the contents of its events were deleted, kept long enough; null
   *     where they are there
   * @param contradictions events that cannot both be right; the other deadlines hold all the same
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Answer(
      String caseId,
      @Nullable String unverified,
      @Nullable Instant contentsDeletedAt,
      List<String> contradictions,
      List<?> deadlines,
      @Nullable String next) {

    /** What somebody sees who does not see the whole case. */
    Answer ofPart() {
      return new Answer(caseId, unverified, contentsDeletedAt, List.of(), deadlines, next);
    }
  }

  @GET
  public Answer deadlines(
      @PathParam("caseId") String written,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("1000") String limit) {
    var unit = caller.get().requiredUnit();
    var most = Parameters.limit(limit, MOST);
    var caseId = Parameters.identifier("caseId", written);
    var known = AsKnown.read(asOf, knownAt, clock.instant());
    var sight = queries.sight(unit, caseId);
    if (sight == CaseVisibility.NOTHING) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "No case of that id is known in your units.");
    }
    var answer =
        !known.isPast()
            ? kept(unit, caseId, after, most)
            : computed(
                sight == CaseVisibility.WHOLE
                    ? deadline -> true
                    : deadline -> directory.isWithin(deadline.responsible().unit(), unit),
                caseId,
                known,
                after,
                most);
    return sight == CaseVisibility.WHOLE ? answer : answer.ofPart();
  }

  private Answer kept(String unit, String caseId, @Nullable String after, int limit) {
    var now = clock.instant();
    var order = DeadlineOrder.USUAL;
    var question = new Question(DeadlineFilter.ofCase(unit, caseId), order, now);
    var place = Parameters.cursor(after, text -> PlaceText.parse(text, order));
    var page = queries.deadlines(question, place, limit);
    var next = page.next();
    return answer(
        caseId,
        page.deadlines().stream().map(item -> DeadlineView.of(item, law, now)).toList(),
        next == null ? null : PlaceText.of(next));
  }

  private Answer computed(
      Predicate<Deadline> visible,
      String caseId,
      AsKnown known,
      @Nullable String after,
      int limit) {
    Predicate<CaseEvent> taken = event -> known.takes(event, law);
    var ids = new PageOfIds(Parameters.optionalId("after", after), limit);
    compute(caseId, known.at(), taken, key -> false).stream()
        .filter(visible)
        .forEach(deadline -> ids.see(deadline.key().id()));
    if (!ids.isFound()) {
      throw Parameters.refused("after", "the 'next' of a page");
    }
    var wanted = ids.page();
    var page =
        compute(caseId, known.at(), taken, key -> wanted.contains(key.id())).stream()
            .filter(deadline -> wanted.contains(deadline.key().id()))
            .map(ComputedDeadline::of)
            .toList();
    return answer(caseId, page, ids.next());
  }

  private List<Deadline> compute(
      String caseId, Instant truth, Predicate<CaseEvent> taken, Predicate<DeadlineKey> wanted) {
    return switch (timelines.compute(caseId, truth, taken, wanted)) {
      case Computed.Deadlines deadlines -> deadlines.all();
      case Computed.Unverified unverified ->
          throw new ProblemException(
              ProblemType.STATE_FORBIDS,
              "The case cannot be evaluated: "
                  + unverified.why().names().en()
                  + ". Ask without asOf and knownAt for what is kept of it.");
    };
  }

  private Answer answer(String caseId, List<?> deadlines, @Nullable String next) {
    return new Answer(
        caseId,
        queries.quarantine(caseId).orElse(null),
        queries.deletedContents(caseId).map(DeletedContents::at).orElse(null),
        queries.contradictions(caseId),
        deadlines,
        next);
  }
}
