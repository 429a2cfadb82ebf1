package io.caseclock.notify.console.inbox;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.JudgeWarning;
import io.caseclock.notify.feedback.JudgeWarning.Kept;
import io.caseclock.notify.feedback.JudgeWarning.Refused;
import io.caseclock.notify.feedback.JudgeWarning.Why;
import io.caseclock.notify.feedback.Judgement;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
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
import java.time.InstantSource;
import java.util.List;
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

  private final PageContext page;
  private final PageFormat format;
  private final Inboxes inboxes;
  private final JudgeWarning judge;
  private final Judgements judgements;
  private final InstantSource clock;

  @Inject
  MessagePages(
      PageContext page,
      PageFormat format,
      Inboxes inboxes,
      JudgeWarning judge,
      Judgements judgements,
      InstantSource clock) {
    this.page = page;
    this.format = format;
    this.inboxes = inboxes;
    this.judge = judge;
    this.judgements = judgements;
    this.clock = clock;
  }

  @POST
  @Path("read")
  @Transactional
  public Response read(
      @FormParam("message") @Nullable String id, @FormParam("from") @Nullable String from) {
    page.caller()
        .asOfficer()
        .ifPresent(person -> inboxes.read(Objects.toString(id, ""), person, clock.instant()));
    return Links.to("inbox".equals(from) ? "/inbox" : "/");
  }

  /** Whoever opens a message has read it. */
  @GET
  @Path("{id}")
  @Transactional
  public Response one(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    var person = person();
    inboxes.readWith(id, person, clock.instant());
    return page(200, id, person, skipped(after), null);
  }

  @GET
  @Path("{id}/feedback")
  public Response back(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
    return Links.back(Links.message(id), lang);
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
            page.caller(),
            isRight(right),
            cause(cause),
            Objects.toString(text, ""),
            clock.instant());
    return switch (outcome) {
      case Kept kept -> Links.to(path(id, skipped(after)));
      case Refused refused -> page(400, id, person(), skipped(after), known(refused.why()));
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

  private static Why known(Why why) {
    if (why == Why.UNKNOWN) {
      throw unknown();
    }
    return why;
  }

  private String person() {
    return page.caller().asOfficer().orElseThrow(MessagePages::unknown);
  }

  private Response page(int status, String id, String person, int skipped, @Nullable Why refused) {
    var messages = inboxes.messages(id, person, skipped, PAGE + 1);
    if (messages.isEmpty()) {
      throw unknown();
    }
    var shown = messages.stream().limit(PAGE).toList();
    var verdicts =
        judgements.newest(shown.stream().map(one -> one.message().id()).toList(), person).stream()
            .collect(Collectors.toMap(Judgement::messageId, Function.identity()));
    return page.show(
        status,
        new MessageDetail(
            Links.segment(id),
            refused,
            skipped,
            shown.stream().map(it -> line(it, verdicts.get(it.message().id()))).toList(),
            List.of(Cause.values()),
            skipped == 0 ? "" : path(id, Math.max(0, skipped - PAGE)),
            messages.size() > PAGE ? path(id, skipped + PAGE) : ""));
  }

  private MessageLine line(Told told, @Nullable Judgement said) {
    var title = told.message().title();
    var isAlarm = isAlarm(told.message().kind());
    return new MessageLine(
        told,
        isAlarm ? format.withoutKind(title) : format.pick(title),
        said == null ? "" : verdict(said));
  }

  private String verdict(Judgement said) {
    var texts = page.texts(InboxTexts.class);
    var cause = said.cause();
    var word = cause == null ? texts.wasRight() : texts.wasWrong(texts.cause(cause));
    return word + " · " + format.moment(said.at());
  }

  /** Whether people are asked whether it was right. */
  @TemplateExtension
  static boolean isAlarm(MessageKind kind) {
    return kind == MessageKind.WARNING || kind == MessageKind.BREACH;
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

  /**
   * One page of what an entry tells.
   *
   * @param refused why the judgement was not kept; null where none was sent
   * @param skipped how many messages stand on the pages before
   * @param before the page before; empty on the first
   * @param next the page behind; empty on the last
   */
  @CheckedTemplate(basePath = "inbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record MessageDetail(
      String id,
      @Nullable Why refused,
      int skipped,
      List<MessageLine> lines,
      List<Cause> causes,
      String before,
      String next)
      implements TemplateInstance {}

  /** A message; {@code verdict} is what the visitor said of it, or empty. */
  record MessageLine(Told told, String title, String verdict) {}
}
