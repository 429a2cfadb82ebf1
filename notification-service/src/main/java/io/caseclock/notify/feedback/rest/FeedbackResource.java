package io.caseclock.notify.feedback.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.JudgeWarning;
import io.caseclock.notify.feedback.JudgeWarning.Kept;
import io.caseclock.notify.feedback.JudgeWarning.Refused;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.feedback.ToldWarnings;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The caller's own judgement on a warning that the caller was told; nobody sees anybody else's. */
@Path("/api/v1/warnings/{letterId}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class FeedbackResource {

  private final JudgeWarning judge;
  private final Judgements judgements;
  private final ToldWarnings warnings;
  private final CurrentCaller caller;
  private final InstantSource clock;

  @Inject
  FeedbackResource(
      JudgeWarning judge,
      Judgements judgements,
      ToldWarnings warnings,
      CurrentCaller caller,
      InstantSource clock) {
    this.judge = judge;
    this.judgements = judgements;
    this.warnings = warnings;
    this.caller = caller;
    this.clock = clock;
  }

  @PUT
  @Transactional
  public FeedbackView put(@PathParam("letterId") String messageId, @NotNull @Valid Body body) {
    var outcome =
        judge.judge(
            messageId,
            caller.get(),
            body.right(),
            cause(body.cause()),
            Objects.toString(body.text(), ""),
            clock.instant());
    return switch (outcome) {
      case Kept kept -> view(messageId, kept.judgement().person());
      case Refused refused -> throw problem(refused);
    };
  }

  @GET
  @Transactional
  public FeedbackView get(@PathParam("letterId") String messageId) {
    var person = caller.get().asOfficer().orElseThrow(FeedbackResource::unknown);
    if (!warnings.wasTold(messageId, person)) {
      throw unknown();
    }
    return view(messageId, person);
  }

  private FeedbackView view(String messageId, String person) {
    return FeedbackView.of(messageId, judgements.history(messageId, person));
  }

  private static @Nullable Cause cause(@Nullable String text) {
    return text == null
        ? null
        : Cause.ofWire(text)
            .orElseThrow(
                () ->
                    malformed(
                        "/cause",
                        "is one of wrong-data, wrong-rule, source-silent and system-fault"));
  }

  private static ProblemException problem(Refused refused) {
    return switch (refused.why()) {
      case UNKNOWN -> unknown();
      case CAUSE_MISSING -> malformed("/cause", "says why the warning was wrong");
      case CAUSE_OF_RIGHT -> malformed("/cause", "is for wrong warnings only");
      case TEXT_UNFIT ->
          malformed("/text", "has at most 2,000 characters, each of which can be read");
    };
  }

  private static ProblemException malformed(String pointer, String message) {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "Mend the members named in violations and send it again.",
            List.of(new Violation(pointer, message))));
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No warning or breach with this id was addressed to you.");
  }

  /** What the caller sends. */
  public record Body(@NotNull Boolean right, @Nullable String cause, @Nullable String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Body[" + right + " " + cause + "]";
    }
  }
}
