package io.caseclock.notify.console.bulletin;

import io.caseclock.access.Role;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.directory.Directory;
import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.BulletinContent;
import io.caseclock.notify.bulletin.BulletinLayout;
import io.caseclock.notify.bulletin.BulletinPapers;
import io.caseclock.notify.bulletin.Bulletins;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.Json;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The archive of bulletins, and one of them with what became known since. */
@Path("/bulletins")
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
public class BulletinPages {

  private static final int A_PAGE = 30;
  private static final int MOST_CORRECTIONS = 50;

  private final PageContext page;
  private final Monitor monitor;
  private final Bulletins bulletins;
  private final BulletinPapers papers;
  private final Directory directory;
  private final BulletinLayout layout;

  @Inject
  BulletinPages(
      PageContext page,
      Monitor monitor,
      Bulletins bulletins,
      BulletinPapers papers,
      Directory directory,
      MessageTexts texts) {
    this.page = page;
    this.monitor = monitor;
    this.bulletins = bulletins;
    this.papers = papers;
    this.directory = directory;
    this.layout = new BulletinLayout(texts);
  }

  @GET
  @Transactional
  public Response archive(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("number") @Nullable String number,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @Nullable String after) {
    var root = page.root();
    var search = ArchiveSearch.of(kind, unit, number, from, to);
    Parameters.requireUnit("unit", search.unit().isEmpty() ? null : search.unit(), root, directory);
    var unclear = search.isUnclear();
    List<Bulletin> found =
        unclear ? List.of() : bulletins.page(search.query(root, after, A_PAGE + 1));
    var shown = found.subList(0, Math.min(A_PAGE, found.size()));
    return page.show(
        unclear ? 400 : 200,
        new Archive(
            shown,
            found.size() > A_PAGE ? shown.getLast().place().text() : null,
            bulletins.latest(root, Kind.DAILY),
            search,
            unclear,
            kinds(),
            root));
  }

  private List<Choice> kinds() {
    var texts = page.texts(BulletinTexts.class);
    return Arrays.stream(Kind.values())
        .map(Words::of)
        .map(kind -> new Choice(kind, texts.kindOf(kind)))
        .toList();
  }

  @GET
  @Path("{id}")
  @Transactional
  public Response one(@PathParam("id") String id) {
    var bulletin =
        bulletins
            .findWithin(id, page.root())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no bulletin with this id in your units."));
    var content = Json.read(papers.json(bulletin).bytes(), BulletinContent.class);
    var corrections =
        monitor.get(
            "/api/v1/statistics/corrections",
            Query.of("unit", bulletin.unit())
                .and("from", bulletin.from())
                .and("to", bulletin.to())
                .and("limit", MOST_CORRECTIONS)
                .and("since", bulletin.belated() ? content.period().at() : null),
            CorrectionsTold.class);
    return page.show(
        200,
        new BulletinDetail(
            bulletin, layout.of(content), content.period().zone(), corrections.answer()));
  }

  @TemplateExtension
  static String path(Bulletin bulletin) {
    return "/bulletins/" + Links.segment(bulletin.id());
  }

  @TemplateExtension
  static String kindWord(Bulletin bulletin) {
    return Words.of(bulletin.kind());
  }

  /**
   * Bulletins, the newest first.
   *
   * @param next where the next page begins; null on the last
   * @param latest the newest daily one of the visitor's own unit
   * @param unclear whether a field holds what cannot be looked for
   */
  @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Archive(
      List<Bulletin> found,
      @Nullable String next,
      Optional<Bulletin> latest,
      ArchiveSearch search,
      boolean unclear,
      List<Choice> kinds,
      String root)
      implements TemplateInstance {}

  /** One bulletin. */
  @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record BulletinDetail(
      Bulletin bulletin, BulletinLayout.Laid laid, ZoneId zone, Answer<CorrectionsTold> corrections)
      implements TemplateInstance {}
}
