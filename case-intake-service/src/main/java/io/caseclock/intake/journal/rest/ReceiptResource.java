package io.caseclock.intake.journal.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Words;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.MonitorAddress;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.pack.Listeners;
import io.caseclock.pack.Listeners.Watched;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tells when an event was accepted and published. */
@Path("/api/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class ReceiptResource {

  private final Journal journal;
  private final CurrentCaller caller;
  private final MonitorAddress monitor;
  private final Listeners listeners;

  ReceiptResource(
      Journal journal, CurrentCaller caller, MonitorAddress monitor, Listeners listeners) {
    this.journal = journal;
    this.caller = caller;
    this.monitor = monitor;
    this.listeners = listeners;
  }

  /**
   * A receipt as callers see it.
   *
   * @param contentsDeletedAt when the content was deleted, kept long enough; null while it is there
   * @param effects where the monitor tells what followed, and if nothing did, why
   * @param watched whether a rule of the packs listens to the type, in force when it happened
   * @param unwatched why nothing watches it: {@code no-rule-listens} or {@code not-in-force}; null
   *     where something does
   */
  public record ReceiptView(
      String source,
      String id,
      String caseId,
      String type,
      Instant acceptedAt,
      @Nullable Instant publishedAt,
      String contentHash,
      @Nullable Instant contentsDeletedAt,
      String effects,
      boolean watched,
      @Nullable String unwatched) {}

  @GET
  public ReceiptView receipt(
      @Parameter(required = true) @RestQuery @Nullable String source,
      @Parameter(required = true) @RestQuery @Nullable String id) {
    var eventId = LookupParameters.event(source, id);
    return caller
        .get()
        .visibleUnit()
        .flatMap(unit -> journal.receipt(eventId, unit))
        .map(this::view)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No event of this source and id was accepted for your units."));
  }

  private ReceiptView view(Receipt receipt) {
    var id = receipt.eventId();
    var watched = listeners.watched(receipt.type(), receipt.occurredAt());
    return new ReceiptView(
        id.source(),
        id.id(),
        receipt.caseId(),
        receipt.type(),
        receipt.acceptedAt(),
        receipt.publishedAt(),
        receipt.contentHash(),
        receipt.contentsDeletedAt(),
        monitor.base() + "/api/v1/effects" + Receipt.query(id),
        watched == Watched.WATCHED,
        watched == Watched.WATCHED ? null : Words.of(watched));
  }
}
