package io.caseclock.monitor.list.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.ListMeetings;
import io.caseclock.monitor.list.Meeting;
import io.caseclock.monitor.list.Meeting.Which;
import io.caseclock.monitor.list.Place;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The lists as they were frozen for the weekly meetings. */
@Path("/api/v1/lists/{id}/meetings")
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
public class MeetingResource {

  private final ListMeetings meetings;
  private final Law law;
  private final ListScope scope;

  MeetingResource(
      ListBook book, ListMeetings meetings, Law law, Directory directory, CurrentCaller caller) {
    this.meetings = meetings;
    this.law = law;
    this.scope = new ListScope(book, directory, caller);
  }

  /**
   * The meetings of a list, the newest first.
   *
   * @param next give it as {@code before} to get older ones; null where there are none
   */
  public record Meetings(
      String list, Names names, String unit, List<Meeting> meetings, @Nullable LocalDate next) {}

  /** A row with what became of it since the meeting before: new, still, mended or ahead. */
  public record MeetingRow(String change, ListRowView row) {}

  /**
   * A page of a meeting.
   *
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record MeetingPage(
      Names names, String unit, Meeting meeting, List<MeetingRow> rows, @Nullable String next) {}

  @GET
  @Operation(
      summary = "The meetings for which a list was frozen",
      description =
          "The newest first, each with its numbers in the unit and all below it: 'fresh' faults"
              + " that the meeting before did not have, 'mended' ones that are none any more,"
              + " 'still' ones that it had too. A fault is a breach of an open deadline, or a"
              + " finding that stands. A unit has meetings where the pack names its kind.")
  public Meetings meetings(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String asked,
      @QueryParam("before") @Nullable String before,
      @QueryParam("limit") @DefaultValue("12") String limit) {
    var list = scope.list(id);
    var unit = scope.unit(asked);
    var most = Parameters.limit(limit, Parameters.MOST);
    var found =
        meetings.meetings(list.id(), unit, Parameters.optionalDay("before", before), most + 1);
    var page = found.subList(0, Math.min(most, found.size()));
    return new Meetings(
        list.id(), list.names(), unit, page, found.size() > most ? page.getLast().on() : null);
  }

  @GET
  @Path("/{on}")
  @Operation(
      summary = "A list as it was frozen for a meeting",
      description =
          "Its rows as of the set time, the gravest first, each with what became of it since the"
              + " meeting before; 'change' keeps to new, still, mended or ahead. It never changes."
              + " 'belated' says that it was made later than set, by what was known when it was"
              + " made.")
  public MeetingPage meeting(
      @PathParam("id") String id,
      @PathParam("on") String on,
      @QueryParam("unit") @Nullable String asked,
      @QueryParam("change") @Nullable String change,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var list = scope.list(id);
    var unit = scope.unit(asked);
    var from = Parameters.cursor(after, Place::parse);
    var most = Parameters.limit(limit, Parameters.MOST);
    var which = which(change);
    var meeting = find(list.id(), unit, on);
    var found = meetings.rows(meeting, unit, which, from == null ? Place.START : from, most + 1);
    return new MeetingPage(
        list.names(),
        unit,
        meeting,
        found.stream().limit(most).map(row -> view(row, meeting)).toList(),
        found.size() > most ? found.get(most - 1).row().place().text() : null);
  }

  private Meeting find(String list, String unit, String on) {
    var day = Objects.requireNonNull(Parameters.optionalDay("on", on));
    return meetings
        .meeting(list, unit, day)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "This unit had no meeting on that day. See GET /api/v1/lists/{id}/meetings."));
  }

  private static Which which(@Nullable String change) {
    var words = Arrays.stream(Meeting.Change.values()).map(Meeting.Change::wire).toList();
    Parameters.oneOf("change", change, words);
    return change == null ? Which.ALL : Which.valueOf(change.toUpperCase(Locale.ROOT));
  }

  private MeetingRow view(Meeting.Row row, Meeting meeting) {
    return new MeetingRow(Words.of(row.change()), ListRowView.of(row.row(), law, meeting.asOf()));
  }
}
