package io.caseclock.monitor.revision.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.revision.Audit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Recomputes what is open in the caller's subtree; reads only. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditResource {

  private final Audit audit;
  private final CurrentCaller caller;

  AuditResource(Audit audit, CurrentCaller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR, Role.Wire.SUPERVISOR})
  public Audit.Report run() {
    return audit.run(caller.get().requiredUnit());
  }
}
