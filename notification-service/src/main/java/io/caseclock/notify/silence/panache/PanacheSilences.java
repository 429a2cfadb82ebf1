package io.caseclock.notify.silence.panache;

import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.SilenceGroup;
import io.caseclock.notify.silence.Silences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code silence}. */
@ApplicationScoped
public class PanacheSilences implements Silences, PanacheRepositoryBase<SilenceRow, String> {

  private static final String WITHIN = "from SilenceRow s where " + Subtree.holds("s.unit", "root");

  /** One's own is seen as before: else whoever proposes it would learn which cases are hidden. */
  private static final String NOT_HIDDEN =
      " and (s.caseId is null or s.author = :person or "
          + NotHidden.hql(NotHidden.holds("?"), "s.caseId, :hidden")
          + ")";

  private final HiddenCases hidden;

  @Inject
  PanacheSilences(HiddenCases hidden) {
    this.hidden = hidden;
  }

  private String seen() {
    return hidden.now().isNothing() ? WITHIN : WITHIN + NOT_HIDDEN;
  }

  private Map<String, Object> parameters(String rootUnit) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("root", rootUnit);
    var now = hidden.now();
    if (!now.isNothing()) {
      parameters.put("hidden", now.cases().toArray(String[]::new));
      parameters.put("person", now.person());
    }
    return parameters;
  }

  @Override
  public List<Silence> inForce(Instant now) {
    var rows =
        list("approvedAt is not null and endedAt is null and startsAt <= ?1 and endsAt > ?1", now);
    return rows.stream().map(SilenceRow::silence).toList();
  }

  @Override
  public List<Silence> within(String rootUnit, int limit) {
    var newestFirst = seen() + " order by s.createdAt desc, s.id";
    var rows = find(newestFirst, parameters(rootUnit)).page(Page.ofSize(limit)).list();
    return rows.stream().map(SilenceRow::silence).toList();
  }

  @Override
  public List<Silence> within(String rootUnit, SilenceGroup group, Instant now, int limit) {
    var newestFirst = seen() + " and " + holds(group) + " order by s.createdAt desc, s.id";
    var parameters = parameters(rootUnit);
    parameters.put("now", now);
    return find(newestFirst, parameters).page(Page.ofSize(limit)).list().stream()
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
    var parameters = parameters(rootUnit);
    parameters.put("id", id);
    return find(seen() + " and s.id = :id", parameters)
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
