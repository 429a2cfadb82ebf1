package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;

/** Renders what is issued. */
@FunctionalInterface
public interface DocumentRenderer {

  /** The documents of a notice that has just got its number. */
  IssuedDocuments render(Notice notice, NoticeContent content);
}
