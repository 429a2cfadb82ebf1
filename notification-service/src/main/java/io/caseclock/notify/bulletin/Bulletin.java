package io.caseclock.notify.bulletin;

import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.notify.bulletin.BulletinForm.Medium;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bulletin that was issued, without its contents.
 *
 * @param unit whose subtree it is about
 * @param serial from 1, without gaps for each unit and kind, in the order in which they were issued
 * @param names its title
 * @param from the first day of its period, inclusive
 * @param to the last day of its period, inclusive
 * @param belated 补发: made later than the pack sets
 * @param issuedAt when it was frozen
 * @param sha256 of the frozen JSON, hexadecimal
 */
public record Bulletin(
    String id,
    String unit,
    Kind kind,
    int serial,
    Names names,
    LocalDate from,
    LocalDate to,
    boolean belated,
    Instant issuedAt,
    String sha256) {

  public Bulletin {
    if (serial < 1) {
      throw new IllegalArgumentException("a serial number starts at 1, not " + serial);
    }
  }

  /** The number that people quote. */
  public Names number() {
    return new Names("第" + serial + "期", "No. " + serial);
  }

  /** What a file of it is called: letters, digits, dots and hyphens, whatever the unit's id has. */
  public String fileName(Medium medium) {
    return "bulletin-%s-%s-%s.%s"
        .formatted(Words.of(kind), unit.replaceAll("[^A-Za-z0-9.-]", "-"), from, medium.wire());
  }

  /** Where it stands among all of them, newest first. */
  public BulletinQuery.Place place() {
    return new BulletinQuery.Place(issuedAt, id);
  }

  /** The id of the one bulletin about a period: told again, the period gives the same. */
  public static String idOf(PeriodNumbers period) {
    return UUID.nameUUIDFromBytes(period.id().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
