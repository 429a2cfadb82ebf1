package io.caseclock.notify.console.directory;

import io.caseclock.access.Role;
import io.caseclock.contract.StorableText;
import io.caseclock.contract.StraightText;
import io.caseclock.directory.Directory;
import io.caseclock.directory.Post;
import io.caseclock.directory.Staff;
import io.caseclock.directory.UnitEntry;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is who: units, posts, absences. Only the visitor's units; it is changed by events. */
@Path("/directory")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class DirectoryPages {

  private static final int MOST = 50;
  private static final int SHOWN_WORK = 10;
  private static final int LONGEST_SEARCH = 100;

  private final PageContext page;
  private final Directory directory;
  private final Staff staff;
  private final Monitor monitor;
  private final InstantSource clock;

  @Inject
  DirectoryPages(
      PageContext page, Directory directory, Staff staff, Monitor monitor, InstantSource clock) {
    this.page = page;
    this.directory = directory;
    this.staff = staff;
    this.monitor = monitor;
    this.clock = clock;
  }

  /** The tree, or what a search found in it. */
  @GET
  public Response tree(@QueryParam("q") @Nullable String asked) {
    var text = searched(asked);
    var units = directory.subtree(page.root());
    var now = clock.instant();
    return text.isEmpty()
        ? page.show(200, new DirectoryTree(lines(units, now)))
        : page.show(200, found(text, units, now));
  }

  private static String searched(@Nullable String asked) {
    var text = StraightText.of(Forms.text(asked));
    if (text.length() > LONGEST_SEARCH || !StorableText.is(text)) {
      throw Parameters.refused("q", "has at most " + LONGEST_SEARCH + " characters");
    }
    return text;
  }

  private List<UnitLine> lines(List<UnitEntry> units, Instant now) {
    return UnitLine.tree(units, staff.headcount(page.root(), now));
  }

  private DirectoryFound found(String text, List<UnitEntry> units, Instant now) {
    var hits =
        units.stream()
            .filter(unit -> DirectoryLinks.holds(unit, text))
            .map(unit -> List.of(unit))
            .toList();
    var headcount = staff.headcount(page.root(), now);
    var people = staff.search(page.root(), text, now, MOST + 1);
    return new DirectoryFound(
        text,
        hits.stream().limit(MOST).flatMap(one -> UnitLine.tree(one, headcount).stream()).toList(),
        people.stream().limit(MOST).map(post -> PostLine.of(post, now)).toList(),
        hits.size() > MOST || people.size() > MOST,
        MOST);
  }

  /** One unit: who works there, who is away. */
  @GET
  @Path("units/{id}")
  public Response unit(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    var unit = visible(id);
    var now = clock.instant();
    var place = Blank.dropped(after);
    if (place != null && directory.officer(place).isEmpty()) {
      throw Parameters.refused("after", "is the officer with whom a page ends");
    }
    var posts = staff.of(unit.id(), now, place, MOST + 1);
    if (place != null && posts.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such page of this unit.");
    }
    return page.show(
        200,
        new UnitDetail(
            unit,
            unit.ancestors().reversed().stream().filter(this::isMine).toList(),
            below(unit, now),
            posts.stream().limit(MOST).map(post -> PostLine.of(post, now)).toList(),
            posts.size() > MOST ? posts.get(MOST - 1).officer() : "",
            staff.absencesIn(unit.id(), now, MOST).stream()
                .map(absence -> AbsenceLine.of(absence, now))
                .toList()));
  }

  private List<UnitLine> below(UnitEntry unit, Instant now) {
    var children =
        directory.subtree(unit.id()).stream()
            .filter(each -> unit.id().equals(each.parent()))
            .toList();
    var headcount = staff.headcount(unit.id(), now);
    return children.stream()
        .flatMap(child -> UnitLine.tree(List.of(child), headcount).stream())
        .toList();
  }

  private UnitEntry visible(String id) {
    return directory
        .unit(id)
        .filter(unit -> isMine(unit.id()))
        .orElseThrow(DirectoryPages::notHere);
  }

  private boolean isMine(String unit) {
    return directory.isWithin(unit, page.root());
  }

  /** One officer, who holds or held a post in one of the visitor's units. */
  @GET
  @Path("officers/{id}")
  public Response officer(@PathParam("id") String id) {
    var posts = staff.posts(id).stream().filter(post -> isMine(post.unit())).toList();
    if (posts.isEmpty()) {
      throw notHere();
    }
    var work = monitor.get("/api/v1/deadlines", openOf(id), OpenWork.class);
    var now = clock.instant();
    return page.show(
        200,
        new OfficerDetail(
            id,
            name(posts, now),
            posts.stream().map(post -> PostLine.of(post, now)).toList(),
            staff.absences(id, MOST).stream().map(absence -> AbsenceLine.of(absence, now)).toList(),
            work.answer()));
  }

  private static Query openOf(String officer) {
    return Query.of("officer", officer)
        .and("status", "running,breached,paused")
        .and("limit", SHOWN_WORK);
  }

  /** As the present post says it, else the newest. */
  private static String name(List<Post> posts, Instant now) {
    return posts.stream()
        .filter(post -> post.holdsAt(now))
        .findFirst()
        .orElse(posts.getFirst())
        .name();
  }

  private static ProblemException notHere() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No unit or officer of that id is among yours.");
  }

  /** All units of the visitor. */
  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DirectoryTree(List<UnitLine> units) implements TemplateInstance {}

  /**
   * What a search found.
   *
   * @param hasMore whether only the first of them are shown
   */
  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DirectoryFound(
      String text, List<UnitLine> units, List<PostLine> officers, boolean hasMore, int most)
      implements TemplateInstance {}

  /**
   * One unit.
   *
   * @param line the units above it that the visitor sees, the highest first
   * @param next where the next page of posts begins; empty on the last
   */
  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record UnitDetail(
      UnitEntry unit,
      List<String> line,
      List<UnitLine> below,
      List<PostLine> posts,
      String next,
      List<AbsenceLine> absences)
      implements TemplateInstance {}

  /** One officer. */
  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OfficerDetail(
      String id,
      String name,
      List<PostLine> posts,
      List<AbsenceLine> absences,
      Answer<OpenWork> work)
      implements TemplateInstance {}
}
