package io.caseclock.notify.bulletin;

import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.notice.StoredDocument;

/** Writes the forms of a bulletin. The same content gives the same JSON, and that the same HTML. */
public interface BulletinWriter {

  StoredDocument json(BulletinContent content);

  /** Of what was frozen, and of nothing else. */
  StoredDocument html(StoredDocument json, Tongue tongue);

  /** Of what was frozen, and of nothing else. */
  StoredDocument xlsx(StoredDocument json, Tongue tongue);
}
