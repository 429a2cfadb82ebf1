package io.caseclock.monitor.casefile.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.casefile.CaseFiles;
import io.caseclock.monitor.casefile.CaseFiles.Visible;
import io.caseclock.monitor.casefile.EventGroup;
import io.caseclock.monitor.casefile.EventTypes;
import io.caseclock.monitor.casefile.JudgedCase;
import io.caseclock.monitor.casefile.ReadCaseFile;
import io.caseclock.monitor.casefile.Urgency;
import io.caseclock.monitor.casefile.rest.Cursors.DeadlinePlace;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.report.CaseVisibility;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.rest.AsKnown;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.ownership.Tenure;
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
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A case on one axis of time, now or as it stood and was known on a past day. */
@Path("/api/v1/cases/{caseId}/timeline")
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
public class CaseTimelineResource {

  private static final int FINDINGS = 50;

  /** The gravest first: what the case as a whole is said to be. */
  private static final List<DeadlineStatus> GRAVEST =
      List.of(DeadlineStatus.BREACHED, DeadlineStatus.RUNNING, DeadlineStatus.PAUSED);

  private final DeadlineQueries queries;
  private final CaseFiles files;
  private final ReadCaseFile read;
  private final EventTypes types;
  private final Directory directory;
  private final Law law;
  private final CurrentCaller caller;
  private final InstantSource clock;

  CaseTimelineResource(
      DeadlineQueries queries,
      CaseFiles files,
      ReadCaseFile read,
      EventTypes types,
      Directory directory,
      Law law,
      CurrentCaller caller,
      InstantSource clock) {
    this.queries = queries;
    this.files = files;
    this.read = read;
    this.types = types;
    this.directory = directory;
    this.law = law;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The picture of a case.
   *
   * @param zone in which the days of the axis are counted
   * @param at what is true up to then; now unless a past day was asked for
   * @param whole whether the caller sees the whole case; else only the deadlines that are theirs,
   *     and no events or findings
   * @param unit who has the case; null while nothing has opened it, and for whoever sees a part
   * @param since since when they have it; null where they opened it
   * @param openedAt when the first event happened; null for none
   * @param state breached, running, paused, ended, or none where there is no deadline
   * @param statuses how many deadlines stand how, by status
   * @param unverified why the deadlines cannot be relied on at the moment; null where they can
   * @param contentsDeletedAt when the contents of its events were deleted, kept long enough; null
   *     where they are there
   * @param events how many there are
   * @param groupedBy day, week, month or year
   * @param findings those that stand first, then the newest
   * @param moreFindings whether there are more
   * @param deadlines the late ones first, then running, paused and ended ones
   * @param next give it as {@code after} to get the next page of deadlines; null on the last
   */
  public record Answer(
      String caseId,
      String zone,
      Instant at,
      boolean whole,
      @Nullable String unit,
      @Nullable String officer,
      @Nullable Instant since,
      @Nullable Instant openedAt,
      String state,
      Map<String, Long> statuses,
      @Nullable String unverified,
      @Nullable Instant contentsDeletedAt,
      List<String> contradictions,
      int events,
      String groupedBy,
      List<CaseAnswers.Group> groups,
      List<CaseAnswers.Finding> findings,
      boolean moreFindings,
      List<DrawnDeadline> deadlines,
      @Nullable String next) {}

  /** The deadlines that are asked for, and how many there are. */
  private record Drawn(
      Map<DeadlineStatus, Long> statuses, List<DrawnDeadline> page, @Nullable DeadlinePlace next) {}

  @GET
  @Operation(
      summary = "A case on one axis of time",
      description =
          "Whose the case is, its events by day (by week, month or year where they are many), and"
              + " its deadlines with what is needed to draw them: start, due instant before and"
              + " after each extension, what does not count, end, and the other reading of the"
              + " law. Late deadlines come first. With 'asOf' what was true then, with 'knownAt'"
              + " what was known then.")
  public Answer timeline(
      @PathParam("caseId") String written,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    var unit = caller.get().requiredUnit();
    var caseId = Parameters.identifier("caseId", written);
    var most = Parameters.limit(limit, Parameters.MOST);
    var known = AsKnown.read(asOf, knownAt, clock.instant());
    var place = Parameters.cursor(after, Cursors::deadline);
    var sight = queries.sight(unit, caseId);
    if (sight == CaseVisibility.NOTHING) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "No case of that id is known in your units.");
    }
    var judged = read.judge(caseId, known.at(), event -> known.takes(event, law));
    var seen = new Visible(caseId, unit, sight == CaseVisibility.WHOLE);
    var from = place == null ? new DeadlinePlace(known.at(), Urgency.FIRST) : place;
    var drawn = known.isPast() ? past(judged, seen, from, most) : present(judged, seen, from, most);
    return answer(seen, known, judged, drawn);
  }

  private Drawn present(JudgedCase judged, Visible seen, DeadlinePlace from, int most) {
    var found = files.deadlines(seen, from.at(), from.place(), most + 1);
    var page = found.subList(0, Math.min(most, found.size()));
    var wanted = page.stream().map(StoredDeadline::id).collect(Collectors.toSet());
    var computed = read.drawn(judged, wanted, from.at());
    return new Drawn(
        files.statuses(seen, from.at()),
        page.stream()
            .map(one -> DrawnDeadline.of(one, computed.get(one.id()), law, from.at()))
            .toList(),
        found.size() > most
            ? new DeadlinePlace(from.at(), Urgency.of(page.getLast(), from.at()))
            : null);
  }

  /** Refused where the case cannot be evaluated: what is kept says nothing of a past day. */
  private Drawn past(JudgedCase judged, Visible seen, DeadlinePlace from, int most) {
    judged.unverified().ifPresent(CaseTimelineResource::refuse);
    var all =
        judged.deadlines().stream()
            .filter(
                deadline ->
                    seen.whole() || directory.isWithin(deadline.responsible().unit(), seen.unit()))
            .toList();
    Map<DeadlineStatus, Long> statuses = new EnumMap<>(DeadlineStatus.class);
    all.forEach(deadline -> statuses.merge(deadline.state().status(), 1L, Long::sum));
    var behind =
        all.stream()
            .map(Urgency::of)
            .filter(urgency -> urgency.compareTo(from.place()) > 0)
            .sorted()
            .toList();
    var page = behind.subList(0, Math.min(most, behind.size()));
    var wanted = page.stream().map(Urgency::id).collect(Collectors.toSet());
    var computed = read.drawn(judged, wanted, from.at());
    return new Drawn(
        statuses,
        page.stream()
            .flatMap(urgency -> Optional.ofNullable(computed.get(urgency.id())).stream())
            .map(this::drawn)
            .toList(),
        behind.size() > most ? new DeadlinePlace(from.at(), page.getLast()) : null);
  }

  private DrawnDeadline drawn(Deadline deadline) {
    return DrawnDeadline.of(deadline, zone(deadline.rule().id()));
  }

  private static void refuse(QuarantineReason why) {
    throw new ProblemException(
        ProblemType.STATE_FORBIDS,
        "The case cannot be evaluated: "
            + why.names().en()
            + ". Ask without asOf and knownAt for what is kept of it.");
  }

  private Answer answer(Visible seen, AsKnown known, JudgedCase judged, Drawn drawn) {
    var caseId = seen.caseId();
    var whole = seen.whole();
    var zone = axisZone(drawn.page());
    var grouped =
        EventGroup.of(
            whole ? judged.events().stream().map(judged::filed).toList() : List.of(), types, zone);
    var findings = whole ? files.findings(caseId, FINDINGS + 1) : List.<CaseFiles.FiledFinding>of();
    var owner = whole ? judged.owner() : Optional.<Tenure>empty();
    var keptOwner = whole ? files.owner(caseId) : Optional.<String>empty();
    var next = drawn.next();
    return new Answer(
        caseId,
        zone.getId(),
        known.at(),
        whole,
        owner.map(Tenure::unit).or(() -> keptOwner).orElse(null),
        owner.map(Tenure::officer).orElse(null),
        owner.map(Tenure::from).filter(from -> !from.equals(Instant.MIN)).orElse(null),
        whole ? judged.events().stream().findFirst().map(CaseEvent::occurredAt).orElse(null) : null,
        state(drawn.statuses()),
        words(drawn.statuses()),
        queries.quarantine(caseId).orElse(null),
        judged.contentsDeletedAt().orElse(null),
        whole ? queries.contradictions(caseId) : List.of(),
        whole ? judged.events().size() : 0,
        CaseAnswers.word(grouped.by()),
        grouped.groups().stream().map(group -> CaseAnswers.Group.of(group, types)).toList(),
        findings.stream().limit(FINDINGS).map(CaseAnswers.Finding::of).toList(),
        findings.size() > FINDINGS,
        drawn.page(),
        next == null ? null : Cursors.text(next));
  }

  /** Of the first deadline that is shown, which is the most urgent one. */
  private ZoneId axisZone(List<DrawnDeadline> page) {
    return page.isEmpty() ? law.zone() : ZoneId.of(page.getFirst().zone());
  }

  private ZoneId zone(String rule) {
    return law.rule(rule).map(found -> found.pack().zone()).orElse(law.zone());
  }

  private static String state(Map<DeadlineStatus, Long> statuses) {
    return GRAVEST.stream()
        .filter(statuses::containsKey)
        .findFirst()
        .map(DeadlineStatus::wire)
        .orElse(statuses.isEmpty() ? "none" : "ended");
  }

  private static Map<String, Long> words(Map<DeadlineStatus, Long> statuses) {
    Map<String, Long> words = new TreeMap<>();
    statuses.forEach((status, count) -> words.put(status.wire(), count));
    return words;
  }
}
