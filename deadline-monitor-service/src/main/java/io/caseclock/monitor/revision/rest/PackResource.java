package io.caseclock.monitor.revision.rest;

import io.caseclock.access.Role;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.revision.LawChanges;
import io.caseclock.monitor.revision.LawChanges.LawChange;
import io.caseclock.pack.PackHashes;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;

/** The packs in force, and their calendars. The law is public; whoever is signed in may read it. */
@Path("/api/v1/packs")
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
public class PackResource {

  private static final Pattern YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}");

  private final Law law;
  private final PackHashes hashes;
  private final LawChanges changes;

  PackResource(Law law, PackHashes hashes, LawChanges changes) {
    this.law = law;
    this.hashes = hashes;
    this.changes = changes;
  }

  /** All packs in force, in the order of the configuration. */
  public record Listing(List<PackView> packs) {}

  @GET
  public Listing packs() {
    return new Listing(law.packs().stream().map(this::view).toList());
  }

  /** Each day of a year, as the pack counts it. */
  @GET
  @Path("{id}/calendar/{year}")
  public YearView year(@PathParam("id") String id, @PathParam("year") String year) {
    return YearView.of(find(id), number(year));
  }

  private PackView view(Law.InForce inForce) {
    var id = inForce.pack().id();
    var since = changes.newest(id).map(LawChange::inForceAt).orElse(null);
    return PackView.of(inForce, hashes.of(id), since);
  }

  private Law.InForce find(String id) {
    return law.inForce(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No pack of that id is in force; GET /api/v1/packs lists them."));
  }

  private static int number(String year) {
    if (!YEAR.matcher(year).matches()) {
      throw Parameters.refused("year", "a year from 1900 to 2999");
    }
    return Integer.parseInt(year);
  }
}
