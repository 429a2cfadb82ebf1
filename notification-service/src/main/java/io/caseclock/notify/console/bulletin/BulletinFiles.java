package io.caseclock.notify.console.bulletin;

import io.caseclock.access.Role;
import io.caseclock.notify.bulletin.BulletinForm;
import io.caseclock.notify.bulletin.BulletinForm.Medium;
import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.bulletin.BulletinPapers;
import io.caseclock.notify.bulletin.Bulletins;
import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/** Bulletins as files, in the language of the page; refusals are pages. */
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
public class BulletinFiles {

  private static final String PDF = "application/pdf";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PageContext page;
  private final Bulletins bulletins;
  private final BulletinPapers papers;
  private final InstantSource clock;

  @Inject
  BulletinFiles(PageContext page, Bulletins bulletins, BulletinPapers papers, InstantSource clock) {
    this.page = page;
    this.bulletins = bulletins;
    this.papers = papers;
    this.clock = clock;
  }

  @GET
  @Path("{id}/pdf")
  @Produces(MediaType.WILDCARD)
  @Transactional
  public Response pdf(@PathParam("id") String id) {
    return file(id, Medium.PDF, PDF);
  }

  @GET
  @Path("{id}/xlsx")
  @Produces(MediaType.WILDCARD)
  @Transactional
  public Response xlsx(@PathParam("id") String id) {
    return file(id, Medium.XLSX, XLSX);
  }

  private Response file(String id, Medium medium, String type) {
    var bulletin =
        bulletins
            .findWithin(id, page.root())
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such bulletin."));
    var tongue = page.language() == Language.ZH ? Tongue.ZH : Tongue.EN;
    if (papers.paper(bulletin, new BulletinForm(medium, tongue), clock.instant())
        instanceof Rendered(var paper)) {
      return Response.ok(paper.bytes())
          .type(type)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"" + bulletin.fileName(medium) + "\"")
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .header("X-CaseClock-SHA256", paper.sha256())
          .build();
    }
    throw new ProblemException(
        ProblemType.UNAVAILABLE, "No installed font can print it; print the page instead.");
  }
}
