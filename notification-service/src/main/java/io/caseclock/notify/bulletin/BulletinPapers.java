package io.caseclock.notify.bulletin;

import io.caseclock.notify.bulletin.BulletinForm.Medium;
import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.PdfRenderer.Outcome;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import java.time.Instant;
import java.util.function.Function;

/**
 * Gives a bulletin in a form for people: made once of the frozen JSON, and from then on the same
 * bytes. Whoever a case is hidden from gets one that is made anew without the rows about it.
 */
public final class BulletinPapers {

  private final Bulletins bulletins;
  private final BulletinWriter writer;
  private final PdfMaker pdf;
  private final HiddenCases hidden;

  public BulletinPapers(
      Bulletins bulletins, BulletinWriter writer, PdfMaker pdf, HiddenCases hidden) {
    this.hidden = hidden;
    this.bulletins = bulletins;
    this.writer = writer;
    this.pdf = pdf;
  }

  /** Made now where nobody has asked for it before; only a PDF can fail, for want of fonts. */
  public Outcome paper(Bulletin bulletin, BulletinForm form, Instant now) {
    var frozen = bulletins.json(bulletin.id());
    var seen = writer.without(frozen, hidden.now().cases());
    return seen.sha256().equals(frozen.sha256())
        ? whole(bulletin, form, now)
        : made(bulletin, form, seen);
  }

  /** What it says, as far as the caller may read it. */
  public StoredDocument json(Bulletin bulletin) {
    return writer.without(bulletins.json(bulletin.id()), hidden.now().cases());
  }

  private Outcome made(Bulletin bulletin, BulletinForm form, StoredDocument json) {
    return switch (form.medium()) {
      case HTML -> new Rendered(writer.html(json, form.tongue()));
      case XLSX -> new Rendered(writer.xlsx(json, form.tongue()));
      case PDF -> pdf.render(writer.html(json, form.tongue()), bulletin.issuedAt());
    };
  }

  private Outcome whole(Bulletin bulletin, BulletinForm form, Instant now) {
    return switch (form.medium()) {
      case HTML -> new Rendered(html(bulletin, form.tongue(), now));
      case XLSX ->
          new Rendered(kept(bulletin, form, now, json -> writer.xlsx(json, form.tongue())));
      case PDF -> pdf(bulletin, form, now);
    };
  }

  private StoredDocument html(Bulletin bulletin, Tongue tongue, Instant now) {
    var form = new BulletinForm(Medium.HTML, tongue);
    return kept(bulletin, form, now, json -> writer.html(json, tongue));
  }

  /** The PDF is made of the HTML that everybody reads. */
  private Outcome pdf(Bulletin bulletin, BulletinForm form, Instant now) {
    var known = bulletins.paper(bulletin.id(), form);
    if (known.isPresent()) {
      return new Rendered(known.get());
    }
    var outcome = pdf.render(html(bulletin, form.tongue(), now), bulletin.issuedAt());
    return outcome instanceof Rendered rendered
        ? new Rendered(keep(bulletin, form, now, rendered.pdf()))
        : outcome;
  }

  private StoredDocument kept(
      Bulletin bulletin,
      BulletinForm form,
      Instant now,
      Function<StoredDocument, StoredDocument> maker) {
    return bulletins
        .paper(bulletin.id(), form)
        .orElseGet(() -> keep(bulletin, form, now, maker.apply(bulletins.json(bulletin.id()))));
  }

  /** Where two make it at once, the one that was kept first is the document. */
  private StoredDocument keep(
      Bulletin bulletin, BulletinForm form, Instant now, StoredDocument made) {
    bulletins.keep(bulletin.id(), form, made, now);
    return bulletins.paper(bulletin.id(), form).orElse(made);
  }
}
