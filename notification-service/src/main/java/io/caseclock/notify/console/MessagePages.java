package io.caseclock.notify.console;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.JudgeWarning;
import io.caseclock.notify.feedback.JudgeWarning.Kept;
import io.caseclock.notify.feedback.JudgeWarning.Refused;
import io.caseclock.notify.feedback.JudgeWarning.Why;
import io.caseclock.notify.feedback.Judgement;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of one message, where links in e-mails and text messages lead. */
@Path("/messages")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class MessagePages {

  private static final int PAGE = 50;
  private static final int FARTHEST = 100_000;

  private final Frame frame;
  private final CurrentCaller caller;
  private final Inboxes inboxes;
  private final JudgeWarning judge;
  private final Judgements judgements;
  private final MessageTexts wording;
  private final InstantSource clock;
  private final Template message;

  @Inject
  MessagePages(
      Frame frame,
      CurrentCaller caller,
      Inboxes inboxes,
      JudgeWarning judge,
      Judgements judgements,
      MessageTexts wording,
      InstantSource clock,
      @Location("console/message") Template message) {
    this.frame = frame;
    this.caller = caller;
    this.inboxes = inboxes;
    this.judge = judge;
    this.judgements = judgements;
    this.wording = wording;
    this.clock = clock;
    this.message = message;
  }

  @POST
  @Path("read")
  @Transactional
  public Response read(@FormParam("message") @Nullable String id) {
    caller
        .get()
        .asOfficer()
        .ifPresent(person -> inboxes.read(Objects.toString(id, ""), person, clock.instant()));
    return Response.seeOther(URI.create("/")).build();
  }

  /** Whoever opens a message has read it. */
  @GET
  @Path("{id}")
  @Transactional
  public Response one(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    var person = person();
    inboxes.readWith(id, person, clock.instant());
    return page(200, id, person, skipped(after), "");
  }

  /** Where a browser asks again for the page that refused it, in the other language say. */
  @GET
  @Path("{id}/feedback")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    return Response.seeOther(URI.create(Links.message(id) + Links.language(lang))).build();
  }

  /** Whether one of its warnings was right, or why it was wrong. */
  @POST
  @Path("{id}/feedback")
  @Transactional
  public Response judge(
      @PathParam("id") String id,
      @FormParam("letter") @Nullable String letter,
      @FormParam("right") @Nullable String right,
      @FormParam("cause") @Nullable String cause,
      @FormParam("text") @Nullable String text,
      @FormParam("after") @Nullable String after) {
    var outcome =
        judge.judge(
            Objects.toString(letter, ""),
            caller.get(),
            isRight(right),
            cause(cause),
            Objects.toString(text, ""),
            clock.instant());
    return switch (outcome) {
      case Kept kept -> Response.seeOther(URI.create(path(id, skipped(after)))).build();
      case Refused refused -> page(400, id, person(), skipped(after), refusal(refused.why()));
    };
  }

  private static boolean isRight(@Nullable String word) {
    Parameters.require("right", Objects.toString(word, ""), List.of("yes", "no"));
    return "yes".equals(word);
  }

  private static @Nullable Cause cause(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    return Cause.ofWire(word)
        .orElseThrow(() -> Parameters.refused("cause", "is one of those that the page offers"));
  }

  private static String path(String id, int skipped) {
    return Links.message(id) + (skipped == 0 ? "" : "?after=" + skipped);
  }

  private String refusal(Why why) {
    if (why == Why.UNKNOWN) {
      throw unknown();
    }
    return frame.lines().text("feedback_refused_" + why.name().toLowerCase(Locale.ROOT));
  }

  private String person() {
    return caller.get().asOfficer().orElseThrow(MessagePages::unknown);
  }

  private Response page(int status, String id, String person, int skipped, String refused) {
    var letters = inboxes.messages(id, person, skipped, PAGE + 1);
    if (letters.isEmpty()) {
      throw unknown();
    }
    var shown = letters.stream().limit(PAGE).toList();
    var verdicts =
        judgements.newest(shown.stream().map(one -> one.message().id()).toList(), person).stream()
            .collect(Collectors.toMap(Judgement::messageId, Function.identity()));
    var lines = new MessageLines(frame.lines(), wording);
    Map<String, Object> data = new HashMap<>();
    data.put("id", Links.segment(id));
    data.put("refused", refused);
    data.put("skipped", skipped);
    data.put(
        "letters",
        shown.stream().map(it -> lines.letter(it, verdicts.get(it.message().id()))).toList());
    data.put("causes", lines.causes());
    data.put("before", skipped == 0 ? "" : path(id, Math.max(0, skipped - PAGE)));
    data.put("next", letters.size() > PAGE ? path(id, skipped + PAGE) : "");
    return frame.page(status, message, data);
  }

  private static int skipped(@Nullable String after) {
    try {
      var skipped = after == null ? 0 : Integer.parseInt(after);
      if (skipped >= 0 && skipped <= FARTHEST) {
        return skipped;
      }
    } catch (NumberFormatException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static ProblemException unknown() {
    return new ProblemException(ProblemType.NOT_FOUND, "No such message was sent to you.");
  }
}
