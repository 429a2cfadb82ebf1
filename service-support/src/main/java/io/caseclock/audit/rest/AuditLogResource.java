package io.caseclock.audit.rest;

import io.caseclock.access.Role;
import io.caseclock.rest.CsvBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Who asked this service for which change, and who looked at what: of accounts in the caller's
 * subtree of units.
 */
@Path("/api/v1/audit-log")
@RunOnVirtualThread
@RolesAllowed({Role.Wire.SUPERVISOR, Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class AuditLogResource {

  private final ReadAuditLog log;

  AuditLogResource(ReadAuditLog log) {
    this.log = log;
  }

  /** The entries of requests that the caller may know of, the newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public ReadAuditLog.Answer list(@BeanParam AskedEntries asked) {
    return log.page(asked);
  }

  /**
   * The same as a file, from the newest on; more than 100,000 entries are refused, with 422, and a
   * shorter time may be asked for.
   */
  @GET
  @Produces(CsvBody.TYPE + ";qs=0.5")
  public Response csv(@BeanParam AskedEntries asked) {
    return log.csv(asked);
  }
}
