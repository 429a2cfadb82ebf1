package io.caseclock.monitor.report.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.rest.ShownThings;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.present.PresentDay;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.DeadlineQueries.Question;
import io.caseclock.monitor.report.PlaceText;
import io.caseclock.monitor.rest.DeadlineView;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.CsvBody;
import io.caseclock.rest.XlsxBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Kept deadlines: listed by filter, or single. */
@Path("/api/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.PRECINCT_SYSTEM,
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class DeadlineResource {

  private static final String FILE = "deadlines";
  private static final int MOST_ROWS = 200_000;

  private final DeadlineQueries queries;
  private final Law law;
  private final Directory directory;
  private final KnownWords words;
  private final CurrentCaller caller;
  private final ShownThings shown;
  private final InstantSource clock;

  DeadlineResource(
      DeadlineQueries queries,
      Law law,
      Directory directory,
      CurrentCaller caller,
      ShownThings shown,
      InstantSource clock) {
    this.queries = queries;
    this.law = law;
    this.directory = directory;
    this.words = new KnownWords(law, directory);
    this.caller = caller;
    this.shown = shown;
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Listing(List<ListedDeadline> deadlines, @Nullable String next) {}

  /**
   * Deadlines by filter and order, page by page. The days of {@code due} are those of the first
   * pack's zone.
   */
  @GET
  public Listing list(
      @BeanParam AskedDeadlines asked,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var question = question(asked);
    var page =
        queries.deadlines(
            question,
            Parameters.cursor(after, text -> PlaceText.parse(text, question.order())),
            Parameters.limit(limit, Parameters.MOST));
    var next = page.next();
    return new Listing(
        shown.of(page.rows()).stream()
            .map(row -> ListedDeadline.of(row, law, question.now()))
            .toList(),
        next == null ? null : PlaceText.of(next));
  }

  /**
   * The same as a table, all of them, at most 200,000.
   *
   * @param language of its headings and words: zh or en
   */
  @GET
  @Produces(CsvBody.TYPE + ";qs=0.5")
  public Response asCsv(
      @BeanParam AskedDeadlines asked,
      @QueryParam("language") @DefaultValue("zh") String language) {
    var table = table(language);
    return CsvBody.of(file(), table.header(), rows(asked, table));
  }

  /**
   * The same as a workbook, all of them, at most 200,000.
   *
   * @param language of its headings and words: zh or en
   */
  @GET
  @Produces(XlsxBody.TYPE + ";qs=0.4")
  public Response asWorkbook(
      @BeanParam AskedDeadlines asked,
      @QueryParam("language") @DefaultValue("zh") String language) {
    var table = table(language);
    return XlsxBody.of(file(), table.header(), rows(asked, table));
  }

  /** Named with the day on which it was made. */
  private String file() {
    return FILE + "-" + LocalDate.ofInstant(clock.instant(), law.zone());
  }

  private DeadlineTable table(String language) {
    Parameters.oneOf("language", language, DeadlineTable.LANGUAGES);
    return new DeadlineTable(law, directory, language);
  }

  /** Refuses more than a table holds, before it begins. */
  private Consumer<Consumer<Object[]>> rows(AskedDeadlines asked, DeadlineTable table) {
    var question = question(asked);
    if (queries.count(question, MOST_ROWS + 1) > MOST_ROWS) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "A table holds at most 200,000 deadlines. Ask for fewer: one unit, one status, a span.");
    }
    return rows -> queries.each(question, row -> rows.accept(table.row(row, question.now())));
  }

  private Question question(AskedDeadlines asked) {
    var now = clock.instant();
    var day = PresentDay.of(now, law.zone());
    return new Question(asked.filter(caller.get().requiredUnit(), words, day), asked.order(), now);
  }

  @GET
  @Path("/{id}")
  public DeadlineView deadline(@PathParam("id") String id) {
    return DeadlineView.of(find(id), law, clock.instant());
  }

  private StoredDeadline find(String id) {
    return queries
        .deadline(caller.get().requiredUnit(), Parameters.id(id))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "No deadline of that id is known in your units."));
  }
}
