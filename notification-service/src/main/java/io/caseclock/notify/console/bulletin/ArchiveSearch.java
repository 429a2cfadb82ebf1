package io.caseclock.notify.console.bulletin;

import static io.caseclock.notify.console.frame.Forms.text;

import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.notify.bulletin.BulletinQuery;
import io.caseclock.notify.bulletin.BulletinQuery.Place;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.rest.Parameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the archive, as it was typed.
 *
 * @param number such as 第12期, No. 12 or 12
 */
public record ArchiveSearch(String kind, String unit, String number, String from, String to) {

  private static final Pattern NUMBER = Pattern.compile("\\D{0,6}(\\d{1,9})\\D{0,3}");

  static ArchiveSearch of(
      @Nullable String kind,
      @Nullable String unit,
      @Nullable String number,
      @Nullable String from,
      @Nullable String to) {
    return new ArchiveSearch(text(kind), text(unit), text(number), text(from), text(to));
  }

  /** Whether a field holds what cannot be looked for. */
  public boolean isUnclear() {
    return !number.isEmpty() && serial().isEmpty()
        || !from.isEmpty() && Forms.day(from).isEmpty()
        || !to.isEmpty() && Forms.day(to).isEmpty()
        || Forms.isTurnedRound(from, to)
        || !kind.isEmpty() && wanted().isEmpty();
  }

  private Optional<Kind> wanted() {
    return Arrays.stream(Kind.values()).filter(one -> Words.of(one).equals(kind)).findFirst();
  }

  private Optional<Integer> serial() {
    var match = NUMBER.matcher(number);
    return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
  }

  BulletinQuery query(String root, @Nullable String after, int limit) {
    return new BulletinQuery(
        root,
        wanted(),
        Optional.of(unit).filter(it -> !it.isEmpty()),
        serial(),
        Forms.day(from),
        Forms.day(to),
        Optional.ofNullable(after).filter(it -> !it.isBlank()).map(ArchiveSearch::place),
        limit);
  }

  private static Place place(String text) {
    return new Place(Parameters.ofCursor(text), text.substring(text.indexOf('_') + 1));
  }
}
