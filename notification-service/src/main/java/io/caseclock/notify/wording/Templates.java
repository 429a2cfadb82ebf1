package io.caseclock.notify.wording;

import java.util.Map;

/** What an installation has said instead of the shipped texts. */
public interface Templates {

  /** The last word on each kind that was ever changed. */
  Map<TemplateKind, StoredTemplate> all();

  /**
   * Adds the next word on a kind, in the caller's transaction.
   *
   * @return false where that version of it is there already
   */
  boolean add(StoredTemplate next);
}
