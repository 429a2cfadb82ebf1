package io.caseclock.notify.channel.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.channel.DeliveryRecord;
import io.caseclock.notify.channel.jdbc.JdbcDeliveries;
import io.caseclock.notify.rest.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery log. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DeliveryResource {

  private final JdbcDeliveries deliveries;
  private final CurrentCaller caller;

  @Inject
  DeliveryResource(JdbcDeliveries deliveries, CurrentCaller caller) {
    this.deliveries = deliveries;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public Page list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
    var size = Paging.limit(limit);
    var page =
        deliveries.page(
            Paging.root(caller.get()), Paging.after(after).orElse(Long.MAX_VALUE), size);
    var next = page.size() < size ? null : Long.toString(page.getLast().seq());
    return new Page(page, next);
  }

  /** A page of the log. */
  public record Page(List<DeliveryRecord> deliveries, @Nullable String next) {}
}
