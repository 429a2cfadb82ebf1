package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.PdfRenderer.Outcome;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import java.time.Instant;
import java.util.Optional;

/** Gives the PDF of a notice: rendered once from the stored HTML, and from then on the same. */
public final class RenderPdf {

  private final DocumentStore documents;
  private final PdfRenderer renderer;

  public RenderPdf(DocumentStore documents, PdfRenderer renderer) {
    this.documents = documents;
    this.renderer = renderer;
  }

  /**
   * The PDF, rendered now where nobody has asked for it before; empty where there is no HTML, since
   * the notice was issued before HTML was kept.
   */
  public Optional<Outcome> pdf(Notice notice, Instant now) {
    var kept = documents.document(notice.id(), DocumentForm.PDF);
    if (kept.isPresent()) {
      return kept.map(Rendered::new);
    }
    return documents
        .document(notice.id(), DocumentForm.HTML)
        .map(html -> kept(notice, renderer.render(notice, html), now));
  }

  /** Where two render it at once, the one that was kept first is the document. */
  private Outcome kept(Notice notice, Outcome outcome, Instant now) {
    if (!(outcome instanceof Rendered rendered)) {
      return outcome;
    }
    documents.keep(notice.id(), DocumentForm.PDF, rendered.pdf(), now);
    return new Rendered(first(notice).orElse(rendered.pdf()));
  }

  private Optional<StoredDocument> first(Notice notice) {
    return documents.document(notice.id(), DocumentForm.PDF);
  }
}
