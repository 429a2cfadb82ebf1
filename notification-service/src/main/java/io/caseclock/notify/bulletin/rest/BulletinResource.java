package io.caseclock.notify.bulletin.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.directory.Directory;
import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.BulletinContent;
import io.caseclock.notify.bulletin.BulletinForm.Medium;
import io.caseclock.notify.bulletin.BulletinPapers;
import io.caseclock.notify.bulletin.BulletinQuery;
import io.caseclock.notify.bulletin.BulletinQuery.Place;
import io.caseclock.notify.bulletin.Bulletins;
import io.caseclock.notify.bulletin.Corrections;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.rest.CurrentAsker;
import io.caseclock.notify.rest.DaySpan;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reads the bulletins of the caller's subtree. */
@Path("/api/v1/bulletins")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class BulletinResource {

  private final Bulletins bulletins;
  private final BulletinDownloads downloads;
  private final BulletinPapers papers;
  private final Corrections corrections;
  private final CurrentCaller caller;
  private final CurrentAsker asker;
  private final Directory directory;

  @Inject
  BulletinResource(
      Bulletins bulletins,
      BulletinDownloads downloads,
      BulletinPapers papers,
      Corrections corrections,
      CurrentCaller caller,
      CurrentAsker asker,
      Directory directory) {
    this.bulletins = bulletins;
    this.downloads = downloads;
    this.papers = papers;
    this.corrections = corrections;
    this.caller = caller;
    this.asker = asker;
    this.directory = directory;
  }

  /**
   * Lists bulletins, the newest first.
   *
   * @param kind daily, weekly or monthly; all where none is named
   * @param unit only those about exactly this unit; else those about any unit of the caller's
   * @param number only those of this number
   * @param from only those whose period ends on this day or later
   * @param to only those whose period begins on this day or earlier
   * @param after the {@code next} of the page before
   * @param limit how many; 50 where nothing is said, at most 500
   */
  @GET
  public BulletinView.Page list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("number") @Nullable Integer number,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var root = Paging.root(caller.get());
    Parameters.require("kind", kind, Arrays.stream(Kind.values()).map(Words::of).toList());
    Parameters.requireUnit("unit", unit, root, directory);
    var span = DaySpan.read("from", from, "to", to);
    var page =
        bulletins.page(
            new BulletinQuery(
                root,
                Arrays.stream(Kind.values()).filter(one -> Words.of(one).equals(kind)).findFirst(),
                Optional.ofNullable(unit),
                Optional.ofNullable(number),
                span.first(),
                span.last(),
                Optional.ofNullable(after).map(BulletinResource::place),
                Paging.limit(limit)));
    var next = page.size() < Paging.limit(limit) ? null : page.getLast().place().text();
    return new BulletinView.Page(page.stream().map(BulletinView::of).toList(), next);
  }

  /** One bulletin with its frozen numbers, and what became known since they were frozen. */
  @GET
  @Path("{id}")
  @APIResponseSchema(BulletinView.Opened.class)
  public Response one(@PathParam("id") String id) {
    var bulletin = visible(id);
    var json = papers.json(bulletin);
    var opened =
        BulletinView.Opened.of(
            bulletin, json, corrections.since(bulletin, since(bulletin, json), asker.get()));
    return Response.ok(opened)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("X-CaseClock-SHA256", json.sha256())
        .build();
  }

  /** A belated one tells what was known when its period was closed, any other at the end of it. */
  private static @Nullable Instant since(Bulletin bulletin, StoredDocument json) {
    return bulletin.belated() ? Json.read(json.bytes(), BulletinContent.class).period().at() : null;
  }

  /** As a page, Chinese or, where the browser prefers it, English; no script runs in it. */
  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML + ";qs=0.9")
  @Transactional
  public Response html(@PathParam("id") String id, @Context HttpHeaders headers) {
    return downloads.of(visible(id), Medium.HTML, headers);
  }

  /** As a PDF, in the language that the request prefers. */
  @GET
  @Path("{id}")
  @Produces("application/pdf;qs=0.5")
  public Response pdf(@PathParam("id") String id, @Context HttpHeaders headers) {
    return downloads.of(visible(id), Medium.PDF, headers);
  }

  /** As a workbook, in the language that the request prefers. */
  @GET
  @Path("{id}")
  @Produces(BulletinDownloads.XLSX + ";qs=0.4")
  @Transactional
  public Response xlsx(@PathParam("id") String id, @Context HttpHeaders headers) {
    return downloads.of(visible(id), Medium.XLSX, headers);
  }

  private Bulletin visible(String id) {
    return bulletins
        .findWithin(id, Paging.root(caller.get()))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no bulletin with this id in your units."));
  }

  private static Place place(String text) {
    return new Place(Parameters.ofCursor(text), text.substring(text.indexOf('_') + 1));
  }
}
