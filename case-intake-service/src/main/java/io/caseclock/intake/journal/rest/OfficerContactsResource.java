package io.caseclock.intake.journal.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.intake.journal.ContactErasure;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Erases how an officer was reached. */
@Path("/api/v1/officers/{officer}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.Wire.ADMINISTRATOR)
public class OfficerContactsResource {

  private final ContactErasure erasure;
  private final Directory directory;
  private final CurrentCaller caller;
  private final InstantSource clock;

  OfficerContactsResource(
      ContactErasure erasure, Directory directory, CurrentCaller caller, InstantSource clock) {
    this.erasure = erasure;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What was erased.
   *
   * @param posts of the directory that had a contact
   * @param events of the journal that stated one
   */
  public record Answer(String officer, int posts, int events) {}

  @DELETE
  @Operation(
      summary = "Erases the e-mail addresses and mobile numbers of an officer",
      description =
          "In the directory, in the journal, and by the directory topic in the other services and"
              + " their logs of deliveries. Posts, roles and all numbers stay. Again, it finds"
              + " nothing more; a post that is told later may state contacts again.")
  public Answer erase(@RestPath String officer) {
    directory.requireWholeTree(caller.get());
    var id = LookupParameters.identifier("officer", officer);
    var erased =
        erasure
            .erase(id, clock.instant().truncatedTo(ChronoUnit.MICROS))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "The directory has no officer of that id."));
    return new Answer(id, erased.posts(), erased.events());
  }
}
