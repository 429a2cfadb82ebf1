package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.StoredDocument;
import java.time.Instant;
import java.util.List;

/** Gives the PDF of a notice: made once from what was frozen, and from then on always the same. */
public final class RenderPdf {

  private final NoticeQueries archive;
  private final DocumentStore shelf;
  private final PdfRenderer press;

  public RenderPdf(NoticeQueries archive, DocumentStore shelf, PdfRenderer press) {
    this.archive = archive;
    this.shelf = shelf;
    this.press = press;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  public record Printed(StoredDocument pdf) implements Outcome {}

  /** No such notice in the caller's units. */
  public record Unknown() implements Outcome {}

  /** It was issued before notices were kept for people to read. */
  public record NeverLaidOut() implements Outcome {}

  /** No font with Chinese characters is at hand. */
  public record NoFont() implements Outcome {}

  /**
   * The fonts at hand lack some of its characters; no paper was kept.
   *
   * @param characters such as {@code U+20BB7}, in ascending order
   */
  public record Lacking(List<String> characters) implements Outcome {
    public Lacking {
      characters = List.copyOf(characters);
    }
  }

  /** The PDF, printed now where nobody has asked for it before. */
  public Outcome pdf(String id, String rootUnit, Instant now) {
    var notice = archive.find(id, rootUnit);
    if (notice.isEmpty()) {
      return new Unknown();
    }
    var kept = archive.paper(id, DocumentForm.PDF, rootUnit);
    if (kept.isPresent()) {
      return new Printed(kept.get());
    }
    return archive
        .paper(id, DocumentForm.HTML, rootUnit)
        .map(html -> printed(notice.get(), html, rootUnit, now))
        .orElseGet(NeverLaidOut::new);
  }

  private Outcome printed(Notice notice, StoredDocument html, String rootUnit, Instant now) {
    return switch (press.print(notice, html)) {
      case PdfRenderer.Printed printed -> kept(notice, printed.pdf(), rootUnit, now);
      case PdfRenderer.NoFont noFont -> new NoFont();
      case PdfRenderer.Lacking lacking -> new Lacking(lacking.characters());
    };
  }

  /** Where two print at once, the paper that was kept first is the paper. */
  private Outcome kept(Notice notice, StoredDocument pdf, String rootUnit, Instant now) {
    shelf.keep(notice.id(), DocumentForm.PDF, pdf, now);
    return new Printed(archive.paper(notice.id(), DocumentForm.PDF, rootUnit).orElse(pdf));
  }
}
