package io.caseclock.notify.bulletin;

import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.notice.StoredDocument;
import java.util.Collection;

/** Writes the forms of a bulletin. The same content gives the same JSON, and that the same HTML. */
public interface BulletinWriter {

  StoredDocument json(BulletinContent content);

  /** The same without the rows about these cases; the very same where there are none. */
  StoredDocument without(StoredDocument json, Collection<String> cases);

  /** Of what was frozen, and of nothing else. */
  StoredDocument html(StoredDocument json, Tongue tongue);

  /** Of what was frozen, and of nothing else. */
  StoredDocument xlsx(StoredDocument json, Tongue tongue);
}
