package io.caseclock.notify.notice.document;

import static io.caseclock.notify.notice.NoticeOffice.NOW;
import static io.caseclock.notify.notice.NoticeOffice.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.notice.document.PdfRenderer.NoFont;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import org.junit.jupiter.api.Test;

class RenderPdfTest {

  private static final Rendered FIRST = new Rendered(document("first"));

  private final NoticeOffice office = new NoticeOffice();

  @Test
  void the_first_pdf_stays_the_pdf() {
    var notice = office.issuedFor("D1");
    var first = new RenderPdf(office.documents, (any, html) -> FIRST);
    var second = new RenderPdf(office.documents, (any, html) -> new Rendered(document("second")));

    assertThat(first.pdf(notice, NOW)).contains(FIRST);
    assertThat(second.pdf(notice, NOW)).contains(FIRST);
  }

  @Test
  void nothing_is_kept_where_nothing_could_be_rendered() {
    var notice = office.issuedFor("D1");
    var fontless = new RenderPdf(office.documents, (any, html) -> new NoFont());

    assertThat(fontless.pdf(notice, NOW)).contains(new NoFont());
    assertThat(office.documents.document(notice.id(), DocumentForm.PDF)).isEmpty();
  }

  @Test
  void a_notice_without_html_has_no_pdf() {
    var renderPdf =
        new RenderPdf(new DocumentsInMemory(), (any, html) -> new Rendered(document("never")));

    assertThat(renderPdf.pdf(office.issuedFor("D1"), NOW)).isEmpty();
  }
}
