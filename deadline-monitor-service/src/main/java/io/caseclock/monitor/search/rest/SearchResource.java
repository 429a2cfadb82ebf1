package io.caseclock.monitor.search.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.search.CaseSearch;
import io.caseclock.monitor.search.CaseSearch.CaseHit;
import io.caseclock.monitor.search.CaseSearch.Hits;
import io.caseclock.monitor.search.CaseSearch.OfficerHit;
import io.caseclock.monitor.search.CaseSearch.SubjectHit;
import io.caseclock.monitor.search.SearchText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Finds cases, persons and things, and officers by what people know of them. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class SearchResource {

  private static final int MOST = 20;

  private final CaseSearch search;
  private final CurrentCaller caller;

  SearchResource(CaseSearch search, CurrentCaller caller) {
    this.search = search;
    this.caller = caller;
  }

  /**
   * What was found.
   *
   * @param q as it was asked for
   */
  public record Answer(
      String q, Found<CaseHit> cases, Found<SubjectView> subjects, Found<OfficerHit> officers) {}

  /**
   * Of one kind.
   *
   * @param more whether there is, or may be, more: a longer text finds it
   */
  public record Found<T>(List<T> hits, boolean more) {

    static <T> Found<T> of(Hits<T> hits) {
      return new Found<>(hits.found(), hits.more());
    }
  }

  /** A person or thing in one case, and what people call it. */
  public record SubjectView(String subject, Names names, String caseId, String unit) {

    static SubjectView of(SubjectHit hit) {
      return new SubjectView(
          hit.subject(), Subject.parse(hit.subject()).names(), hit.caseId(), hit.unit());
    }
  }

  @GET
  @Operation(
      summary = "Find cases, persons and things, and officers",
      description =
          "A case by its number, the beginning or the last characters of it; a person or thing by"
              + " the beginning or the last characters of its identifier, or its beginning with the"
              + " kind (person/P-7); an officer by id or name. From 2 to 100 characters; at most 20"
              + " of each kind, with 'more' where there may be more. Only what belongs to the"
              + " caller's units.")
  public Answer search(
      @Parameter(required = true) @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    var unit = caller.get().requiredUnit();
    var typed = typed(q);
    var most = Parameters.limit(limit, MOST);
    var text = SearchText.of(typed);
    if (text.isEmpty()) {
      return new Answer(
          typed,
          new Found<>(List.of(), false),
          new Found<>(List.of(), false),
          new Found<>(List.of(), false));
    }
    var subjects = search.subjects(text.subjects(), text.subjectEnds(), unit, most);
    return new Answer(
        typed,
        Found.of(search.cases(text.caseNumbers(), unit, most)),
        new Found<>(subjects.found().stream().map(SubjectView::of).toList(), subjects.more()),
        Found.of(search.officers(text.officer(), unit, most)));
  }

  private static String typed(@Nullable String q) {
    var typed = q == null ? "" : q.strip();
    if (typed.length() < SearchText.SHORTEST || typed.length() > SearchText.LONGEST) {
      throw Parameters.refused(
          "q", SearchText.SHORTEST + " to " + SearchText.LONGEST + " characters");
    }
    return typed;
  }
}
