package io.caseclock.notify.delivery.jdbc;

import io.caseclock.notify.delivery.InboxQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Finds a person's own messages. */
@ApplicationScoped
public class InboxMessageRows implements PanacheRepositoryBase<InboxMessageRow, String> {

  private static final String UNREAD = "readAt is null and supersededAt is null";

  List<InboxMessageRow> page(InboxQuery query) {
    var where = "person = ?1 and seq < ?2" + (query.unread() ? " and " + UNREAD : "");
    return find(where + " order by seq desc", query.person(), query.after().orElse(Long.MAX_VALUE))
        .page(Page.ofSize(query.limit()))
        .list();
  }

  Optional<InboxMessageRow> lockedOf(String id, String person) {
    return find("id = ?1 and person = ?2", id, person)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  long unread(String person) {
    return count("person = ?1 and " + UNREAD, person);
  }
}
