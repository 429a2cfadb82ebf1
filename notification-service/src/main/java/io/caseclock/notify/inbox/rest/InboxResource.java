package io.caseclock.notify.inbox.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.inbox.Cursor;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.InboxSnapshot;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.inbox.NewEntry;
import io.caseclock.notify.inbox.query.rest.InboxKinds;
import io.caseclock.notify.inbox.rest.InboxEntryView.MessageView;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.signin.OpenStreams;
import io.caseclock.notify.signin.SessionValidity;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's own inbox; nobody reads anybody else's. */
@Path("/api/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class InboxResource {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** More than any message holds. */
  private static final int MOST_LETTERS = 1_000_000;

  private final Inboxes inboxes;
  private final LiveInbox live;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final MessageTexts wording;
  private final OpenStreams streams;
  private final SessionValidity.OfRequest stay;

  @Inject
  InboxResource(
      Inboxes inboxes,
      LiveInbox live,
      CurrentCaller caller,
      InstantSource clock,
      MessageTexts wording,
      OpenStreams streams,
      SessionValidity.OfRequest stay) {
    this.streams = streams;
    this.stay = stay;
    this.inboxes = inboxes;
    this.live = live;
    this.caller = caller;
    this.clock = clock;
    this.wording = wording;
  }

  /**
   * A page of the inbox, newest first.
   *
   * @param kinds of the most pressing message; all where none is named
   */
  @GET
  @RunOnVirtualThread
  public Page list(
      @QueryParam("unread") @Nullable String unread,
      @QueryParam("kind") List<String> kinds,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var size = Paging.limit(limit);
    var seen = inboxes.snapshot();
    var query =
        new InboxQuery(
            person(),
            Parameters.flag("unread", unread),
            InboxKinds.read("kind", kinds),
            Paging.after(after),
            size);
    var page = inboxes.page(query);
    var next = page.size() < size ? null : Long.toString(page.getLast().seq());
    return new Page(
        page.stream().map(filed -> InboxEntryView.of(filed, wording)).toList(), next, seen.text());
  }

  /** Marks as read all that stood there when the list with this {@code seen} was shown. */
  @POST
  @Path("read")
  @RunOnVirtualThread
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  public Marked readAll(@NotNull @Valid Seen body) {
    var seen =
        InboxSnapshot.parse(body.seen())
            .orElseThrow(() -> Parameters.refused("seen", "is the one of a list"));
    List<String> kinds = body.kinds() == null ? List.of() : body.kinds();
    return new Marked(
        inboxes.readAll(person(), seen, InboxKinds.read("kinds", kinds), clock.instant()));
  }

  /** All messages of one entry, the gravest first; a listing shows the first twenty of each. */
  @GET
  @Path("{id}/letters")
  @RunOnVirtualThread
  public Letters letters(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var size = Paging.limit(limit);
    var seen = seen(after);
    var page = inboxes.messages(id, person(), seen, size);
    var next = page.size() < size ? null : Integer.toString(seen + size);
    return new Letters(page.stream().map(MessageView::of).toList(), next);
  }

  private static int seen(@Nullable String after) {
    var seen = Paging.after(after).orElse(0);
    if (seen < 0 || seen > MOST_LETTERS) {
      throw Paging.badCursor();
    }
    return (int) seen;
  }

  @POST
  @Path("{id}/read")
  @RunOnVirtualThread
  @Transactional
  public InboxEntryView read(@PathParam("id") String id) {
    return inboxes
        .read(id, person(), clock.instant())
        .map(filed -> InboxEntryView.of(filed, wording))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "Your inbox has no message with this id."));
  }

  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID") @Nullable String last,
      @QueryParam("after") @Nullable String after,
      @Context Sse sse) {
    var person = person();
    if (!streams.isRoomFor(person)) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "At most " + OpenStreams.MOST_OF_ONE + " streams of one person. Close one first.");
    }
    var present = stay.get();
    var start =
        live.start(Optional.ofNullable(last == null ? after : last).map(InboxResource::place));
    return Multi.createFrom()
        .emitter(
            emitter -> {
              var watched = streams.watch(person, present, emitter::complete);
              if (watched.isEmpty()) {
                emitter.complete();
                return;
              }
              var forget = watched.get();
              var stop = live.listen(person, start, arrival -> emitter.emit(event(sse, arrival)));
              var beat = heartbeat(sse).subscribe().with(emitter::emit);
              emitter.onTermination(
                  () -> {
                    stop.run();
                    forget.run();
                    beat.cancel();
                  });
            },
            BackPressureStrategy.BUFFER);
  }

  private static Cursor place(String text) {
    return Cursor.parse(text).orElseThrow(Paging::badCursor);
  }

  private static Multi<OutboundSseEvent> heartbeat(Sse sse) {
    return Multi.createFrom()
        .ticks()
        .every(HEARTBEAT)
        .onOverflow()
        .drop()
        .map(tick -> sse.newEventBuilder().comment("still here").build());
  }

  private OutboundSseEvent event(Sse sse, NewEntry arrival) {
    return sse.newEventBuilder()
        .id(arrival.cursor().text())
        .name("message")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(InboxEntryView.class, InboxEntryView.of(arrival.entry(), wording))
        .build();
  }

  private String person() {
    return caller
        .get()
        .asOfficer()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_ALLOWED,
                    "The token names no officer, and only officers have an inbox."));
  }

  /** A page of a message; empty where the caller's inbox has no such message. */
  public record Letters(List<MessageView> letters, @Nullable String next) {}

  /**
   * A page of an inbox.
   *
   * @param seen says what stood in the inbox; for marking all of it as read
   */
  public record Page(List<InboxEntryView> messages, @Nullable String next, String seen) {}

  /**
   * What was seen.
   *
   * @param seen of the list that was shown
   * @param kinds of the most pressing message; all where none is named
   */
  public record Seen(
      @NotBlank @Size(max = 4_100) String seen,
      @Nullable List<@NotBlank @Size(max = 20) String> kinds) {}

  /** How many were not read before. */
  public record Marked(int marked) {}
}
