package io.caseclock.monitor.preview.rest;

import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.preview.Preview;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would be due: for calculators, and for trying a rule out. */
@Path("/api/v1/deadlines/preview")
@Authenticated
@RunOnVirtualThread
public class PreviewResource {

  private final Preview preview;

  PreviewResource(Preview preview) {
    this.preview = preview;
  }

  /** The computed deadlines. */
  public record Answer(List<ComputedDeadline> deadlines) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Answer ask(@Nullable Map<String, Object> body) {
    var request = new PreviewRequest(body == null ? Map.of() : body);
    var asOf = request.asOf();
    var events = request.events();
    var rules = request.rules();
    preview.unknown(rules).forEach(id -> request.refuse("/rules", "no pack knows the rule " + id));
    request.check();
    List<Deadline> deadlines = preview.ask(events, asOf, Set.copyOf(rules));
    return new Answer(deadlines.stream().map(ComputedDeadline::of).toList());
  }
}
