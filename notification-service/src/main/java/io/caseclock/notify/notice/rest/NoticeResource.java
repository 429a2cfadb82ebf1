package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeArchive;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeQuery.Cursor;
import io.caseclock.notify.rest.Paging;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads notices of the caller's subtree. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class NoticeResource {

  private static final Set<String> STATES =
      Set.of(
          "issued",
          "delivered",
          "signed",
          "rectified",
          "returned",
          "accepted",
          "closed",
          "withdrawn");

  private final NoticeArchive archive;
  private final CurrentCaller caller;

  @Inject
  NoticeResource(NoticeArchive archive, CurrentCaller caller) {
    this.archive = archive;
    this.caller = caller;
  }

  @GET
  public Page list(
      @QueryParam("state") List<String> states,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("deadline") @Nullable String deadlineId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    if (!STATES.containsAll(states)) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "state is one of " + STATES.stream().sorted().toList());
    }
    var page =
        archive.page(
            new NoticeQuery(
                Paging.root(caller.get()),
                states,
                Optional.ofNullable(unit),
                Optional.ofNullable(deadlineId),
                Optional.ofNullable(after).map(NoticeResource::cursor),
                Paging.limit(limit)));
    var next = page.size() < Paging.limit(limit) ? null : text(page.getLast());
    return new Page(page.stream().map(NoticeView::of).toList(), next);
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    var notice = archive.find(id, Paging.root(caller.get())).orElseThrow(NoticeResource::unknown);
    return Response.ok(NoticeView.of(notice, archive.steps(id)))
        .tag(new EntityTag(Integer.toString(notice.version())))
        .build();
  }

  @GET
  @Path("{id}/document")
  public Response document(@PathParam("id") String id) {
    var document =
        archive.document(id, Paging.root(caller.get())).orElseThrow(NoticeResource::unknown);
    return Response.ok(document.bytes(), MediaType.APPLICATION_JSON_TYPE)
        .tag(new EntityTag(document.sha256()))
        .header("X-CaseClock-SHA256", document.sha256())
        .build();
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no notice with this id in your units.");
  }

  private static String text(Notice last) {
    return last.issuedAt() + "_" + last.id();
  }

  private static Cursor cursor(String text) {
    var cut = text.indexOf('_');
    try {
      return new Cursor(
          Instant.parse(text.substring(0, Math.max(0, cut))), text.substring(cut + 1));
    } catch (DateTimeException e) {
      throw Paging.badCursor();
    }
  }

  /** A page of notices. */
  public record Page(List<NoticeView> notices, @Nullable String next) {}
}
