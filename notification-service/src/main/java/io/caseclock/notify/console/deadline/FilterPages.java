package io.caseclock.notify.console.deadline;

import io.caseclock.access.Role;
import io.caseclock.notify.console.deadline.DeadlineList.Entered;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.filter.KeepFilters;
import io.caseclock.notify.filter.KeepFilters.Kept;
import io.caseclock.notify.filter.KeepFilters.Outcome;
import io.caseclock.notify.filter.KeepFilters.Refused;
import io.caseclock.notify.filter.KeepFilters.Why;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The visitor's own filters of deadlines: saved, renamed, forgotten. */
@Path("/deadlines/filters")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class FilterPages {

  private final PageContext page;
  private final DeadlineView view;
  private final KeepFilters filters;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  FilterPages(
      PageContext page,
      DeadlineView view,
      KeepFilters filters,
      PageTime time,
      InstantSource clock) {
    this.page = page;
    this.view = view;
    this.filters = filters;
    this.time = time;
    this.clock = clock;
  }

  /** A page that refused something has the address of its form. */
  @GET
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back(DeadlineQuery.PATH, lang);
  }

  @GET
  @Path("{id}/{step}")
  public Response backFromStep(@QueryParam("lang") @Nullable String lang) {
    return Links.back(DeadlineQuery.PATH, lang);
  }

  @POST
  @Transactional
  public Response save(
      @FormParam("name") @Nullable String name, @FormParam("query") @Nullable String query) {
    var text = Forms.text(query);
    var said = Forms.text(name);
    return answer(filters.save(page.caller(), said, text, clock.instant()), said, text);
  }

  @POST
  @Path("{id}/rename")
  @Transactional
  public Response rename(
      @PathParam("id") String id,
      @FormParam("name") @Nullable String name,
      @FormParam("query") @Nullable String query) {
    var text = Forms.text(query);
    var said = Forms.text(name);
    return answer(filters.rename(page.caller(), id(id), said), said, text);
  }

  @POST
  @Path("{id}/delete")
  @Transactional
  public Response forget(@PathParam("id") String id, @FormParam("query") @Nullable String query) {
    if (!filters.forget(page.caller(), id(id))) {
      throw unknown();
    }
    return Links.to(view.returnTo(Forms.text(query)).url());
  }

  private Response answer(Outcome outcome, String name, String query) {
    return switch (outcome) {
      case Kept kept -> Links.to(view.returnTo(kept.filter().query()).url());
      case Refused(var why) when why == Why.UNKNOWN -> throw unknown();
      case Refused(var why) ->
          view.show(
              why.type().status(),
              view.returnTo(query),
              page.texts(DeadlineTexts.class).filterRefused(why),
              entered(name));
    };
  }

  private Entered entered(String name) {
    return new Entered(List.of(), "", "", name, time.today(clock.instant()).toString());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(ProblemType.NOT_FOUND, "You have no such filter.");
  }
}
