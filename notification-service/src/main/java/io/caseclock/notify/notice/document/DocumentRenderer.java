package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.IssuedDocuments;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;

/** Prints what is issued. */
@FunctionalInterface
public interface DocumentRenderer {

  /** The papers of a notice that has just got its number. */
  IssuedDocuments print(Notice notice, NoticeContent content);
}
