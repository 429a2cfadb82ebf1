package io.caseclock.consume.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.attribute.WrittenText;
import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetterQuery;
import io.caseclock.consume.DeadLetterState;
import io.caseclock.consume.FailureReason;
import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.consume.kafka.Replay;
import io.caseclock.consume.kafka.Replay.Outcome;
import io.caseclock.consume.kafka.TopicConsumers;
import io.caseclock.directory.Directory;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records that this service could not take in. Intake consumes nothing and has none. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.Wire.ADMINISTRATOR)
@UnlessBuildProperty(name = "quarkus.application.name", stringValue = "case-intake-service")
public class DeadLetterResource {

  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final WrittenText NOTE = WrittenText.line(500);
  private static final List<String> REASONS =
      FailureReason.OF_DEAD_LETTERS.stream().map(FailureReason::wire).toList();
  private static final List<String> STATES =
      Arrays.stream(DeadLetterState.values()).map(DeadLetterState::wire).toList();

  private final DeadLetterTable table;
  private final Replay replay;
  private final TopicConsumers consumers;
  private final Directory directory;
  private final CurrentCaller caller;

  DeadLetterResource(
      DeadLetterTable table,
      Replay replay,
      TopicConsumers consumers,
      Directory directory,
      CurrentCaller caller) {
    this.directory = directory;
    this.table = table;
    this.replay = replay;
    this.consumers = consumers;
    this.caller = caller;
  }

  /**
   * A page in the order in which they were put aside.
   *
   * @param next what to pass as {@code after} for the following page; null at the end
   */
  public record Answer(List<DeadLetterView> deadLetters, @Nullable Long next) {}

  /** Why a letter shall have no effect. */
  public record Dismissal(@Nullable String reason) {}

  /** The open ones, unless {@code state} asks for others. */
  @GET
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public Answer list(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    directory.requireWholeTree(caller.get());
    var wanted = state == null ? DeadLetterState.OPEN.wire() : state;
    var asked =
        new DeadLetterQuery(
            known("topic", topic, consumers.topics(), Optional::of),
            known("reason", reason, REASONS, FailureReason::ofDeadLetter),
            known("state", wanted, STATES, DeadLetterState::ofWire),
            number("after", after, 0, Long.MAX_VALUE, 0),
            Math.toIntExact(number("limit", limit, 1, MOST, USUAL)));
    var found = table.list(asked);
    return new Answer(
        found.stream().map(DeadLetterView::of).toList(),
        found.size() == asked.limit() ? found.getLast().id() : null);
  }

  /** One letter with its key, headers and value. */
  @GET
  @Path("{id}")
  @RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
  public DeadLetterView.Whole show(@PathParam("id") String id) {
    directory.requireWholeTree(caller.get());
    return table
        .find(id(id))
        .map(DeadLetterView.Whole::of)
        .orElseThrow(DeadLetterResource::unknown);
  }

  /** Takes the record again, as if it had just come. What was replayed is not taken twice. */
  @POST
  @Path("{id}/replay")
  public DeadLetterView replay(@PathParam("id") String id) {
    directory.requireWholeTree(caller.get());
    return settled(replay.replay(id(id), caller.get().name()));
  }

  /** Decides that the record shall have no effect. */
  @POST
  @Path("{id}/dismiss")
  @Consumes(MediaType.APPLICATION_JSON)
  public DeadLetterView dismiss(@PathParam("id") String id, @Nullable Dismissal dismissal) {
    directory.requireWholeTree(caller.get());
    var given = dismissal == null || dismissal.reason() == null ? "" : dismissal.reason();
    var note = NOTE.read(given).orElseThrow(why -> malformed("/reason", why));
    return settled(replay.dismiss(id(id), caller.get().name(), note));
  }

  private static DeadLetterView settled(Optional<Outcome> outcome) {
    return switch (outcome.orElseThrow(DeadLetterResource::unknown)) {
      case Outcome.Settled settled -> DeadLetterView.of(settled.letter());
      case Outcome.InVain vain -> throw inVain(vain.letter());
      case Outcome.Forbidden forbidden -> throw forbidden(forbidden.letter());
    };
  }

  private static ProblemException inVain(DeadLetter letter) {
    return new ProblemException(
        Problem.of(
                ProblemType.RULE_REFUSES, "It still cannot be taken in: " + letter.detail() + ".")
            .with("reason", letter.reason().wire()));
  }

  private static ProblemException forbidden(DeadLetter letter) {
    return new ProblemException(
        ProblemType.STATE_FORBIDS,
        letter.state() == DeadLetterState.OPEN
            ? "This service does not read the topic " + letter.origin().topic() + " any more."
            : "The dead letter is " + letter.state().wire() + " already.");
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no dead letter of that id in this service.");
  }

  private static <T> @Nullable T known(
      String name, @Nullable String text, List<String> words, Function<String, Optional<T>> read) {
    if (text == null) {
      return null;
    }
    return Optional.of(text)
        .filter(words::contains)
        .flatMap(read)
        .orElseThrow(() -> malformed("/" + name, "expected one of " + words));
  }

  private static long id(String text) {
    return number("id", text, 1, Long.MAX_VALUE, 0);
  }

  private static long number(
      String name, @Nullable String text, long least, long most, long usual) {
    if (text == null) {
      return usual;
    }
    var expected = "expected a whole number from " + least + " to " + most;
    try {
      var number = Long.parseLong(text);
      if (number < least || number > most) {
        throw malformed("/" + name, expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw malformed("/" + name, expected);
    }
  }

  private static ProblemException malformed(String pointer, String message) {
    return RequestFaults.refused(List.of(new Violation(pointer, message)));
  }
}
