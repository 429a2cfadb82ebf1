package io.caseclock.notify.silence.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.SilenceGroup;
import io.caseclock.notify.silence.Silences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code silence}. */
@ApplicationScoped
public class PanacheSilences implements Silences, PanacheRepositoryBase<SilenceRow, String> {

  private static final String WITHIN = "from SilenceRow s where " + Subtree.holds("s.unit", "root");

  @Override
  public List<Silence> inForce(Instant now) {
    var rows =
        list("approvedAt is not null and endedAt is null and startsAt <= ?1 and endsAt > ?1", now);
    return rows.stream().map(SilenceRow::silence).toList();
  }

  @Override
  public List<Silence> within(String rootUnit, int limit) {
    var newestFirst = WITHIN + " order by s.createdAt desc, s.id";
    var rows = find(newestFirst, Map.of("root", rootUnit)).page(Page.ofSize(limit)).list();
    return rows.stream().map(SilenceRow::silence).toList();
  }

  @Override
  public List<Silence> within(String rootUnit, SilenceGroup group, Instant now, int limit) {
    var newestFirst = WITHIN + " and " + holds(group) + " order by s.createdAt desc, s.id";
    return find(newestFirst, Map.of("root", rootUnit, "now", now))
        .page(Page.ofSize(limit))
        .list()
        .stream()
        .map(SilenceRow::silence)
        .toList();
  }

  private static String holds(SilenceGroup group) {
    return switch (group) {
      case PRESENT -> "s.approvedAt is not null and s.endedAt is null and s.endsAt > :now";
      case WAITING -> "s.approvedAt is null and s.endedAt is null and s.endsAt > :now";
      case PAST -> "(s.endedAt is not null or s.endsAt <= :now)";
    };
  }

  @Override
  public Optional<Silence> locked(String id, String rootUnit) {
    return find(WITHIN + " and s.id = :id", Map.of("root", rootUnit, "id", id))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(SilenceRow::silence);
  }

  @Override
  public void add(Silence silence) {
    persistAndFlush(SilenceRow.of(silence));
  }

  @Override
  public void decide(Silence silence) {
    findById(silence.id()).decide(silence);
    flush();
  }
}
