package io.caseclock.intake.journal.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.rest.ShownThings;
import io.caseclock.intake.journal.Conflict;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.JournalEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was accepted and what was in conflict, for audits. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.AUDITOR, Role.Wire.ADMINISTRATOR, Role.Wire.SUPERVISOR})
public class JournalResource {

  private final Journal journal;
  private final CurrentCaller caller;
  private final ShownThings shown;

  JournalResource(Journal journal, CurrentCaller caller, ShownThings shown) {
    this.journal = journal;
    this.caller = caller;
    this.shown = shown;
  }

  /** The events of a case in the order of acceptance. */
  @GET
  @Path("journal")
  public Page<JournalEntry> journal(
      @Parameter(required = true) @RestQuery @Nullable String caseId,
      @Valid @BeanParam PageRequest page) {
    var wanted = LookupParameters.identifier("caseId", caseId);
    var events =
        caller
            .get()
            .visibleUnit()
            .map(unit -> journal.ofCase(wanted, unit, page.window()))
            .orElse(List.of());
    return Page.of(shown.of(events), page.window(), JournalEntry::seq);
  }

  /** Event ids that came again with other content. */
  @GET
  @Path("conflicts")
  public Page<Conflict> conflicts(@Valid @BeanParam PageRequest page) {
    var conflicts =
        caller
            .get()
            .visibleUnit()
            .map(unit -> journal.conflicts(unit, page.window()))
            .orElse(List.of());
    return Page.of(conflicts, page.window(), Conflict::seq);
  }
}
