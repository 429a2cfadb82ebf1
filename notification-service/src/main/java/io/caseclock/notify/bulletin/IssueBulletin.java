package io.caseclock.notify.bulletin;

import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Ahead;
import io.caseclock.contract.PeriodNumbers.Movement;
import io.caseclock.contract.PeriodNumbers.UnitAhead;
import io.caseclock.contract.PeriodNumbers.UnitCounts;
import io.caseclock.directory.Directory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Issues the one bulletin about a closed period. */
public final class IssueBulletin {

  private final Bulletins bulletins;
  private final CountOwnNumbers ownNumbers;
  private final BulletinWriter writer;
  private final Directory directory;
  private final TellBulletin tell;

  public IssueBulletin(
      Bulletins bulletins,
      CountOwnNumbers ownNumbers,
      BulletinWriter writer,
      Directory directory,
      TellBulletin tell) {
    this.bulletins = bulletins;
    this.ownNumbers = ownNumbers;
    this.writer = writer;
    this.directory = directory;
    this.tell = tell;
  }

  /** In the caller's transaction. Empty where the period has its bulletin already. */
  public Optional<Bulletin> issue(PeriodNumbers period, Instant now) {
    var id = Bulletin.idOf(period);
    if (bulletins.exists(id)) {
      return Optional.empty();
    }
    var serial = bulletins.nextSerial(period.unit(), period.kind());
    var content =
        new BulletinContent(
            BulletinContent.FORMAT,
            id,
            serial,
            now,
            period,
            ownNumbers.of(period),
            unitNames(period));
    var json = writer.json(content);
    var bulletin =
        new Bulletin(
            id,
            period.unit(),
            period.kind(),
            serial,
            period.names(),
            period.from(),
            period.to(),
            period.belated(),
            now,
            json.sha256());
    bulletins.add(bulletin, json);
    tell.tell(bulletin, content, now);
    return Optional.of(bulletin);
  }

  private Map<String, Names> unitNames(PeriodNumbers period) {
    Map<String, Names> names = new TreeMap<>();
    named(period)
        .distinct()
        .forEach(
            id -> directory.unit(id).map(unit -> unit.names()).ifPresent(n -> names.put(id, n)));
    return names;
  }

  private static Stream<String> named(PeriodNumbers period) {
    return Stream.of(
            Stream.of(period.unit()),
            period.units().rows().stream().map(UnitCounts::unit),
            period.ahead().rows().stream().map(UnitAhead::unit),
            period.ahead().rows().stream().flatMap(one -> one.first().stream().map(Ahead::unit)),
            period.atZero().rows().stream(),
            period.movements().rows().stream().map(Movement::unit))
        .flatMap(any -> any);
  }
}
