package io.caseclock.notify.bulletin;

import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.PdfRenderer.Outcome;
import java.time.Instant;

/** Makes a PDF of HTML, and of nothing else. */
@FunctionalInterface
public interface PdfMaker {

  Outcome render(StoredDocument html, Instant issuedAt);
}
