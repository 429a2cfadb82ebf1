package io.caseclock.notify.console.feed;

import io.caseclock.access.Role;
import io.caseclock.notify.console.feed.FeedListing.NewFeed;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secret links to one's own deadlines: made, shown once, listed, revoked. */
@Path("/feed")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class FeedPages {

  private static final String FEEDS = "/api/v1/calendar-feeds";

  private final PageContext page;
  private final Monitor monitor;
  private final ConsoleAddress console;

  @Inject
  FeedPages(PageContext page, Monitor monitor, ConsoleAddress console) {
    this.page = page;
    this.monitor = monitor;
    this.console = console;
  }

  @GET
  public Response list() {
    return show(200, "", "", FeedForm.empty(page.language().code()));
  }

  /** Makes a link and shows its address, which nobody can look up again. */
  @POST
  @TakesForm({"name", "language"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(MultivaluedMap<String, String> fields) {
    var form = new FeedForm(Forms.text(fields, "name"), Forms.text(fields, "language"));
    var body = Map.of("name", form.name(), "language", form.language());
    return switch (monitor.post(FEEDS, body, NewFeed.class).answer()) {
      case Answer.Told<NewFeed>(var made) ->
          show(200, console.of(made.path()), "", FeedForm.empty(form.language()));
      case Answer.Refused<NewFeed>(var problem) ->
          show(problem.type().status(), "", refused(problem.type()), form);
      case Answer.Away<NewFeed> away ->
          show(ProblemType.UNAVAILABLE.status(), "", refused(ProblemType.UNAVAILABLE), form);
    };
  }

  @GET
  @Path("{id}/{step}")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back("/feed", lang);
  }

  /** Said again it changes nothing. */
  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id) {
    return switch (monitor.delete(FEEDS + "/" + Links.segment(id)).answer()) {
      case Answer.Told<Void> done -> Links.to("/feed");
      case Answer.Refused<Void>(var problem) -> throw new ProblemException(problem);
      case Answer.Away<Void> away ->
          show(
              ProblemType.UNAVAILABLE.status(),
              "",
              refused(ProblemType.UNAVAILABLE),
              FeedForm.empty(page.language().code()));
    };
  }

  private String refused(ProblemType type) {
    return page.texts(FeedTexts.class).refused(type);
  }

  private Response show(int status, String address, String refused, FeedForm entered) {
    var feeds = monitor.get(FEEDS, Query.NONE, FeedListing.class).answer();
    var isFull = feeds.toldOrEmpty().filter(FeedListing::isFull).isPresent();
    return page.show(status, new FeedList(feeds, address, refused, entered, isFull));
  }

  /** What the form holds, as it was entered. */
  record FeedForm(String name, String language) {

    static FeedForm empty(String language) {
      return new FeedForm("", language);
    }

    public boolean isEnglish() {
      return language.equals("en");
    }
  }

  /**
   * The links, and the form of a new one.
   *
   * @param address of the link that was just made; empty else
   * @param refused why what was sent was not done; empty else
   * @param isFull whether there can be no further one
   */
  @CheckedTemplate(basePath = "feed", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record FeedList(
      Answer<FeedListing> feeds, String address, String refused, FeedForm entered, boolean isFull)
      implements TemplateInstance {}
}
