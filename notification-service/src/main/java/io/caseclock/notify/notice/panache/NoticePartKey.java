package io.caseclock.notify.notice.panache;

/** Finds a numbered part of a notice. */
record NoticePartKey(String noticeId, int seq) {}
