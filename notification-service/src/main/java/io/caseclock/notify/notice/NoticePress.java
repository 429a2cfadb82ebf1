package io.caseclock.notify.notice;

/** Prints what is issued. */
@FunctionalInterface
public interface NoticePress {

  /** The papers of a notice that has just got its number. */
  Papers print(Notice notice, NoticeContent content);
}
