package io.caseclock.notify.bulletin.file;

import io.caseclock.notify.bulletin.BulletinContent;
import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.bulletin.BulletinLayout;
import io.caseclock.notify.bulletin.BulletinWriter;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.wire.Json;
import java.util.Collection;

/** Writes bulletins; what people read is laid out once and then put into HTML or XLSX. */
public final class FileBulletinWriter implements BulletinWriter {

  private final BulletinLayout layout;
  private final BulletinHtml html;
  private final BulletinXlsx xlsx;

  public FileBulletinWriter(MessageTexts texts) {
    this.layout = new BulletinLayout(texts);
    this.html = new BulletinHtml(texts);
    this.xlsx = new BulletinXlsx(texts);
  }

  @Override
  public StoredDocument json(BulletinContent content) {
    return StoredDocument.of(Json.bytes(content));
  }

  @Override
  public StoredDocument without(StoredDocument json, Collection<String> cases) {
    if (cases.isEmpty()) {
      return json;
    }
    var whole = content(json);
    var rest = whole.without(cases);
    return rest.equals(whole) ? json : json(rest);
  }

  @Override
  public StoredDocument html(StoredDocument json, Tongue tongue) {
    return StoredDocument.of(html.write(layout.of(content(json)), json.sha256(), tongue));
  }

  @Override
  public StoredDocument xlsx(StoredDocument json, Tongue tongue) {
    return StoredDocument.of(xlsx.write(layout.of(content(json)), tongue));
  }

  private static BulletinContent content(StoredDocument json) {
    return Json.read(json.bytes(), BulletinContent.class);
  }
}
