package io.caseclock.notify.console.signin;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** In which of their units the visitor acts from now on. */
@Path("/acted-in")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class ActedInPages {

  private static final String UNIT = "unit";

  private final CurrentCaller caller;

  @Inject
  ActedInPages(CurrentCaller caller) {
    this.caller = caller;
  }

  /** Leads to the first page: what was looked at may be nothing of the other unit. */
  @POST
  public Response change(
      @FormParam(UNIT) @Nullable String unit, @Context HttpServerRequest request) {
    if (unit == null || !caller.get().units().contains(unit)) {
      throw FormRefusedException.noSuchValue(UNIT);
    }
    return Response.seeOther(URI.create("/"))
        .cookie(UnitCookie.keeping(unit, request.isSSL()))
        .build();
  }
}
