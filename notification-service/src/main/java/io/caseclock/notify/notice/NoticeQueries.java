package io.caseclock.notify.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads notices for people, each only inside the caller's subtree. */
public interface NoticeQueries {

  List<Notice> page(NoticeQuery query);

  /** Every number that was given out, in its order, whoever asks. */
  List<Notice> register(RegisterQuery query);

  /** How those of the notices were withdrawn that were, by the notice's id. */
  Map<String, NoticeStep> withdrawals(Collection<String> ids);

  /** The unfinished ones of a subtree, the gravest first, then the one due first. */
  List<Notice> open(String rootUnit, int limit);

  long countOpen(String rootUnit);

  Optional<Notice> findWithin(String id, String rootUnit);

  /** The history of a notice that the caller was allowed to find. */
  List<NoticeStep> steps(String id);

  /** The faults of a notice that the caller was allowed to find. */
  List<NoticeFault> faults(String id);

  /** The supervision orders on a notice that the caller was allowed to find, newest first. */
  List<Notice> ordersOn(String id);
}
