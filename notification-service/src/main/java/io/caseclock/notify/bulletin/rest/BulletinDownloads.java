package io.caseclock.notify.bulletin.rest;

import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.BulletinForm;
import io.caseclock.notify.bulletin.BulletinForm.Medium;
import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.bulletin.BulletinPapers;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.PdfRenderer.Busy;
import io.caseclock.notify.notice.document.PdfRenderer.Lacking;
import io.caseclock.notify.notice.document.PdfRenderer.NoFont;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Serves the forms for people. */
@Singleton
public class BulletinDownloads {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String HTML_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private final BulletinPapers papers;
  private final InstantSource clock;

  @Inject
  BulletinDownloads(BulletinPapers papers, InstantSource clock) {
    this.papers = papers;
    this.clock = clock;
  }

  Response of(Bulletin bulletin, Medium medium, HttpHeaders headers) {
    var tongue = preferred(headers);
    return switch (papers.paper(bulletin, new BulletinForm(medium, tongue), clock.instant())) {
      case Rendered rendered -> response(bulletin, medium, tongue, rendered.pdf());
      case NoFont noFont ->
          throw new ProblemException(
              ProblemType.UNAVAILABLE,
              "No TrueType font with Chinese characters is installed. Install one (Debian:"
                  + " fonts-droid-fallback) or name one in caseclock.notice.font, and start again;"
                  + " the bulletin is to be had as text/html.");
      case Busy busy ->
          throw new ProblemException(
              ProblemType.UNAVAILABLE,
              "Other documents are being rendered; try again. The bulletin is to be had as"
                  + " text/html.");
      case Lacking lacking -> throw lacking(lacking.characters());
    };
  }

  private static ProblemException lacking(List<String> characters) {
    var detail =
        "No installed font has "
            + String.join(", ", characters)
            + ". Install fonts that have them (Debian: fonts-hanazono, fonts-babelstone-han), and"
            + " start again; the bulletin is to be had as text/html.";
    return new ProblemException(
        Problem.of(ProblemType.UNAVAILABLE, detail).with("characters", characters));
  }

  private static Response response(
      Bulletin bulletin, Medium medium, Tongue tongue, StoredDocument paper) {
    var response =
        Response.ok(paper.bytes(), type(medium))
            .tag(new EntityTag(paper.sha256()))
            .language(tongue.tag())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
            .header("X-CaseClock-SHA256", paper.sha256());
    return medium == Medium.HTML
        ? response.header("Content-Security-Policy", HTML_POLICY).build()
        : response.header(HttpHeaders.CONTENT_DISPOSITION, attached(bulletin, medium)).build();
  }

  private static MediaType type(Medium medium) {
    return switch (medium) {
      case HTML -> MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
      case PDF -> new MediaType("application", "pdf");
      case XLSX -> MediaType.valueOf(XLSX);
    };
  }

  private static String attached(Bulletin bulletin, Medium medium) {
    return "attachment; filename=\"" + bulletin.fileName(medium) + "\"";
  }

  /** The first language of the request that there is; else Chinese. */
  private static Tongue preferred(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(locale -> tongue(locale.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Tongue.ZH);
  }

  private static Optional<Tongue> tongue(String language) {
    return Arrays.stream(Tongue.values()).filter(one -> one.wire().equals(language)).findFirst();
  }
}
