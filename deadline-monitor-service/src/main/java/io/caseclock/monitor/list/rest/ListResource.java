package io.caseclock.monitor.list.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.ListNumbers;
import io.caseclock.monitor.list.ListRow;
import io.caseclock.monitor.list.ListRows;
import io.caseclock.monitor.list.Place;
import io.caseclock.monitor.list.ReadList;
import io.caseclock.monitor.list.WatchedList;
import io.caseclock.monitor.rest.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The supervision lists: what stands in each, and its rows. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
@RunOnVirtualThread
public class ListResource {

  private static final String AT =
      "today or a day in the past, at most "
          + ReadList.MOST_DAYS_BACK
          + " days ago unless the list was frozen on it";

  private final ListBook book;
  private final ListRows rows;
  private final ReadList reading;
  private final Law law;
  private final ListScope scope;
  private final InstantSource clock;

  ListResource(
      ListBook book,
      ListRows rows,
      ReadList reading,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.book = book;
    this.rows = rows;
    this.reading = reading;
    this.law = law;
    this.scope = new ListScope(book, directory, caller);
    this.clock = clock;
  }

  /**
   * A list with what stands in it.
   *
   * @param elements the elements that it watches; empty where no pack says
   * @param showsOfficers whether {@code GET /api/v1/lists/{id}/officers} counts it for each officer
   */
  public record ListView(
      String id, Names names, List<String> elements, boolean showsOfficers, ListNumbers numbers) {}

  /** All lists of the packs in force, in the order of the packs. */
  public record Lists(String unit, Instant asOf, List<ListView> lists) {}

  /**
   * A page of a list.
   *
   * @param asOf the instant as of which the rows stand
   * @param basis live, frozen or rebuilt: how exact that is
   * @param exactness the same in words
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Listing(
      String list,
      Names names,
      String unit,
      Instant asOf,
      String basis,
      Names exactness,
      List<ListRowView> rows,
      @Nullable String next) {}

  @GET
  @Operation(
      summary = "What stands in each supervision list",
      description =
          "Each list of the packs in force with its numbers in the unit and all below it, now:"
              + " 'open' deadlines that are not late, 'breached' ones that are open and late, and"
              + " 'findings' that stand. What has ended is not in a list.")
  public Lists lists(@QueryParam("unit") @Nullable String asked) {
    var unit = scope.unit(asked);
    var now = clock.instant();
    var numbers = rows.numbers(book.all(), unit, now);
    return new Lists(
        unit,
        now,
        book.all().stream()
            .map(list -> view(list, numbers.getOrDefault(list.id(), ListNumbers.NONE)))
            .toList());
  }

  private static ListView view(WatchedList list, ListNumbers numbers) {
    return new ListView(
        list.id(),
        list.names(),
        list.elements().stream().sorted().toList(),
        list.showsOfficers(),
        numbers);
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "The rows of a supervision list",
      description =
          "Open and late deadlines of the list's rules, and findings of its kinds, in the unit and"
              + " all below it: what, whose, since when, why, and what comes next. The gravest come"
              + " first: breaches by severity, the longest overdue first; then findings; then what"
              + " is open, by its due instant. With 'at' (a day in the zone of the list's pack) as"
              + " it stood at the end of that day; 'basis' and 'exactness' say how exact that is.")
  public Listing list(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String asked,
      @QueryParam("at") @Nullable String at,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var list = scope.list(id);
    var unit = scope.unit(asked);
    var day = Parameters.optionalDay("at", at);
    var from = Parameters.cursor(after, Place::parse);
    var most = Parameters.limit(limit, Parameters.MOST);
    var read =
        reading
            .read(list, unit, day, from == null ? Place.START : from, most + 1)
            .orElseThrow(() -> Parameters.refused("at", AT));
    return new Listing(
        list.id(),
        list.names(),
        unit,
        read.asOf(),
        read.basis().wire(),
        read.basis().names(),
        page(read.rows(), most).stream().map(row -> ListRowView.of(row, law, read.asOf())).toList(),
        next(read.rows(), most));
  }

  private static List<ListRow> page(List<ListRow> found, int most) {
    return found.subList(0, Math.min(most, found.size()));
  }

  private static @Nullable String next(List<ListRow> found, int most) {
    return found.size() > most ? found.get(most - 1).place().text() : null;
  }
}
