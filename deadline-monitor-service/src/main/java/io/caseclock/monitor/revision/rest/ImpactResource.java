package io.caseclock.monitor.revision.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.MaxBodySize;
import io.caseclock.monitor.limit.Bulkhead;
import io.caseclock.monitor.limit.TimeLimit;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.revision.LawChanges;
import io.caseclock.monitor.revision.LawChanges.LawChange;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effect of a candidate pack on everything open, and the record of what was put in force. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImpactResource {

  private static final int PLACES = 1;

  /** Several times what the shipped packs have. */
  private static final long LARGEST_PACK = 2 * 1024 * 1024;

  private final Impact impact;
  private final Bulkhead places = new Bulkhead(PLACES);
  private final LawChanges changes;
  private final CurrentCaller caller;

  ImpactResource(Impact impact, LawChanges changes, CurrentCaller caller) {
    this.impact = impact;
    this.changes = changes;
    this.caller = caller;
  }

  /**
   * A candidate.
   *
   * @param files the pack's files: path inside its folder, and text
   */
  public record Candidate(@Nullable Map<String, String> files) {}

  /** The record, newest first. */
  public record History(List<LawChange> changes) {}

  @POST
  @Path("/impact")
  @MaxBodySize(LARGEST_PACK)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.SUPERVISOR})
  public ImpactView impact(@Nullable Candidate candidate) {
    var files = candidate == null ? null : candidate.files();
    if (files == null || files.isEmpty()) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "Send {\"files\": {\"pack.yaml\": \"…\", …}}.");
    }
    files.forEach(ImpactResource::requireText);
    var unit = caller.get().requiredUnit();
    return places
        .take(() -> compare(files, unit))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Another pack is being compared just now. Try again after a few seconds."));
  }

  private static void requireText(String file, @Nullable String text) {
    if (text == null) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "A file of the pack has no text; see violations.",
              List.of(new Violation("/files", file + ": must be a text"))));
    }
  }

  private ImpactView compare(Map<String, String> files, String unit) {
    var candidate = pack(files);
    var clashes = impact.clashes(candidate);
    if (!clashes.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "The pack does not go together with those in force.",
              clashes.stream().map(clash -> new Violation("/files", clash)).toList()));
    }
    try {
      return ImpactView.of(impact.of(candidate, unit));
    } catch (TimeLimit.OverException e) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "The comparison took longer than "
              + e.allowed().toSeconds()
              + " s and was ended; nothing was stored. Ask with the token of a smaller unit.");
    }
  }

  @GET
  @Path("/law-changes")
  @RolesAllowed({
    Role.Wire.ADMINISTRATOR,
    Role.Wire.AUDITOR,
    Role.Wire.SUPERVISOR,
    Role.Wire.LEGAL_OFFICER
  })
  public History history() {
    return new History(changes.all());
  }

  /** Every mistake in the pack is a violation that points to its file and line. */
  private static Pack pack(Map<String, String> files) {
    return switch (PackReader.read(new PackFiles("candidate", files))) {
      case PackReading.Read read -> read.pack();
      case PackReading.Refused refused ->
          throw new ProblemException(
              Problem.of(
                  ProblemType.MALFORMED_REQUEST,
                  "The pack has mistakes; mend them and ask again.",
                  refused.mistakes().stream()
                      .map(
                          mistake ->
                              new Violation(
                                  "/files" + Pointer.to(mistake.file()),
                                  "line " + mistake.line() + ": " + mistake.expected()))
                      .toList()));
    };
  }
}
