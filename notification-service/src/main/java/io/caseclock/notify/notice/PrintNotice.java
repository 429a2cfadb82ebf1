package io.caseclock.notify.notice;

import java.time.Instant;
import java.util.Optional;

/** Gives the PDF of a notice: made once from what was frozen, and from then on always the same. */
public final class PrintNotice {

  private final NoticeArchive archive;
  private final PaperShelf shelf;
  private final PdfPress press;

  public PrintNotice(NoticeArchive archive, PaperShelf shelf, PdfPress press) {
    this.archive = archive;
    this.shelf = shelf;
    this.press = press;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  public record Printed(FrozenDocument pdf) implements Outcome {}

  /** No such notice in the caller's units. */
  public record Unknown() implements Outcome {}

  /** It was issued before notices were kept for people to read. */
  public record NeverLaidOut() implements Outcome {}

  /** No font with Chinese characters is at hand. */
  public record NoFont() implements Outcome {}

  /** The PDF, printed now where nobody has asked for it before. */
  public Outcome pdf(String id, String rootUnit, Instant now) {
    var notice = archive.find(id, rootUnit);
    if (notice.isEmpty()) {
      return new Unknown();
    }
    var kept = archive.paper(id, PaperForm.PDF, rootUnit);
    if (kept.isPresent()) {
      return new Printed(kept.get());
    }
    return archive
        .paper(id, PaperForm.HTML, rootUnit)
        .map(html -> printed(notice.get(), html, rootUnit, now))
        .orElseGet(NeverLaidOut::new);
  }

  private Outcome printed(Notice notice, FrozenDocument html, String rootUnit, Instant now) {
    var printed = press.print(notice, html);
    printed.ifPresent(pdf -> shelf.keep(notice.id(), PaperForm.PDF, pdf, now));
    Optional<Outcome> kept =
        printed
            .flatMap(pdf -> archive.paper(notice.id(), PaperForm.PDF, rootUnit))
            .map(Printed::new);
    return kept.orElseGet(NoFont::new);
  }
}
