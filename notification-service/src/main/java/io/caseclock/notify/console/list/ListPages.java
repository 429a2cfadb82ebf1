package io.caseclock.notify.console.list;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Known;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Parameters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The supervision lists: what stands in them now, on a past day, and in meetings. */
@Path("/lists")
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
public class ListPages {

  private static final String LISTS = "/api/v1/lists";
  private static final int A_PAGE = 50;
  private static final int WHOLE = 500;
  private static final int MEETINGS_BESIDE = 4;
  private static final int MEETINGS = 26;

  private final PageContext page;
  private final Monitor monitor;
  private final PackNames names;

  @Inject
  ListPages(PageContext page, Monitor monitor, PackNames names) {
    this.page = page;
    this.monitor = monitor;
    this.names = names;
  }

  @GET
  public Response lists(@QueryParam("unit") @Nullable String unit) {
    var root = page.root();
    var asked = Forms.text(unit);
    var lists = Known.of(monitor.get(LISTS, Query.of("unit", asked), ListsTold.class).answer());
    return page.show(
        200, new AllLists(lists, asked.isEmpty() ? root : asked, root, page.isWatching()));
  }

  @GET
  @Path("{id}")
  public Response list(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("at") @Nullable String at,
      @QueryParam("after") @Nullable String after) {
    var root = page.root();
    var asked = Forms.text(unit);
    var path = LISTS + "/" + Links.segment(id);
    var query =
        Query.of("unit", asked)
            .and("at", Forms.text(at))
            .and("after", Forms.text(after))
            .and("limit", A_PAGE);
    var rows = monitor.get(path, query, ListsTold.Page.class);
    var meetings =
        monitor.get(
            path + "/meetings",
            Query.of("unit", asked).and("limit", MEETINGS_BESIDE),
            ListsTold.Meetings.class);
    return page.show(
        200,
        new ListRows(
            id,
            title(id),
            Known.of(rows.answer()),
            meetings.answer(),
            asked.isEmpty() ? root : asked,
            Forms.text(at),
            root));
  }

  @GET
  @Path("{id}/meetings")
  public Response meetings(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("before") @Nullable String before) {
    var root = page.root();
    var asked = Forms.text(unit);
    var query = Query.of("unit", asked).and("before", Forms.text(before)).and("limit", MEETINGS);
    var meetings =
        monitor
            .get(LISTS + "/" + Links.segment(id) + "/meetings", query, ListsTold.Meetings.class)
            .answer();
    return page.show(
        200,
        new MeetingList(id, title(id), Known.of(meetings), asked.isEmpty() ? root : asked, root));
  }

  @GET
  @Path("{id}/meetings/{on}")
  public Response meeting(
      @PathParam("id") String id,
      @PathParam("on") String on,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("change") @Nullable String change,
      @QueryParam("whole") @Nullable String whole,
      @QueryParam("after") @Nullable String after) {
    page.root();
    var query =
        Query.of("unit", Forms.text(unit))
            .and("change", Forms.text(change))
            .and("after", Forms.text(after))
            .and("limit", Parameters.flag("whole", Blank.dropped(whole)) ? WHOLE : A_PAGE);
    var meeting =
        monitor
            .get(
                LISTS + "/" + Links.segment(id) + "/meetings/" + Links.segment(on),
                query,
                ListsTold.MeetingPage.class)
            .answer();
    return page.show(
        200, new MeetingDetail(id, title(id), on, Known.of(meeting), Forms.text(change)));
  }

  private String title(String id) {
    return names.list(id, page.language());
  }

  /** All lists with their numbers. */
  @CheckedTemplate(basePath = "list", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AllLists(Answer<ListsTold> lists, String unit, String root, boolean officers)
      implements TemplateInstance {}

  /**
   * The rows of one list.
   *
   * @param at a past day; empty for now
   */
  @CheckedTemplate(basePath = "list", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ListRows(
      String id,
      String title,
      Answer<ListsTold.Page> rows,
      Answer<ListsTold.Meetings> meetings,
      String unit,
      String at,
      String root)
      implements TemplateInstance {}

  /** The meetings of a list. */
  @CheckedTemplate(basePath = "list", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record MeetingList(
      String id, String title, Answer<ListsTold.Meetings> meetings, String unit, String root)
      implements TemplateInstance {}

  /**
   * One meeting.
   *
   * @param change which rows are shown; empty for all
   */
  @CheckedTemplate(basePath = "list", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record MeetingDetail(
      String id, String title, String on, Answer<ListsTold.MeetingPage> meeting, String change)
      implements TemplateInstance {}
}
