package io.caseclock.notify.notice;

import io.caseclock.notify.notice.NoticeQuery.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads notices for people, each only inside the caller's subtree, and none of a hidden case. */
public interface NoticeQueries {

  List<Notice> page(NoticeQuery query);

  /** The place behind a notice of the list, by which the next page is asked for. */
  Cursor behind(Notice last, NoticeOrder order);

  /** How many of those that fit are in which stage; stages without any are left out. */
  Map<NoticeStage, Long> counts(String rootUnit, NoticeFilter filter);

  /** The units that issued what is seen from a unit, by id. */
  List<String> issuers(String rootUnit);

  /** Whether a unit has issued anything to a unit of the subtree. */
  boolean hasIssuedTo(String issuer, String rootUnit);

  /** When those of the notices were delivered that were, by the notice's id. */
  Map<String, Instant> deliveries(Collection<String> ids);

  /** Every number that was given out, in its order, whoever asks. */
  List<Notice> register(RegisterQuery query);

  /** How those of the notices were withdrawn that were, by the notice's id. */
  Map<String, NoticeStep> withdrawals(Collection<String> ids);

  /** The unfinished ones of a subtree, the gravest first, then the one due first. */
  List<Notice> open(String rootUnit, int limit);

  long countOpen(String rootUnit);

  Optional<Notice> findWithin(String id, String rootUnit);

  /** Those of the notices that the caller sees, by id. */
  Set<String> seen(Collection<String> ids, String rootUnit);

  /** The history of a notice that the caller was allowed to find. */
  List<NoticeStep> steps(String id);

  /** The faults of a notice that the caller was allowed to find. */
  List<NoticeFault> faults(String id);

  /** The supervision orders on a notice that the caller was allowed to find, newest first. */
  List<Notice> ordersOn(String id);
}
