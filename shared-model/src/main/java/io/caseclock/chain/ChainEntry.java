package io.caseclock.chain;

import io.caseclock.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed of an entry of the audit log.
 *
 * @param day in UTC, under which it is numbered
 * @param number counts from 1 within the day
 * @param at to the microsecond, which is what the database keeps; what is finer is cut off
 * @param ids by name, in the order of {@link String#compareTo}
 */
public record ChainEntry(
    LocalDate day,
    int number,
    Instant at,
    @Nullable String account,
    @Nullable String officer,
    List<String> roles,
    @Nullable String unit,
    String operation,
    Map<String, String> ids,
    int status,
    String requestId) {

  public ChainEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
    roles = List.copyOf(roles);
    ids = Collections.unmodifiableMap(new TreeMap<>(ids));
  }

  /** The same content in another place of the same day. */
  ChainEntry at(int place) {
    return new ChainEntry(
        day, place, at, account, officer, roles, unit, operation, ids, status, requestId);
  }

  /**
   * The hash of this entry behind another: SHA-256 of the canonical form, as 64 hexadecimal digits.
   *
   * @param previous the hash of the entry before it, of whatever day
   */
  public String hash(String previous) {
    return Sha256.hex(canonical(previous).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Each value as the number of its bytes in UTF-8, a colon, itself and a comma; what is absent as
   * {@code -,}. Lists are led by how many they hold, so that no two entries have the same form.
   */
  String canonical(String previous) {
    var form = new StringBuilder();
    add(form, previous);
    add(form, day.toString());
    add(form, String.valueOf(number));
    add(form, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    add(form, account);
    add(form, officer);
    add(form, String.valueOf(roles.size()));
    roles.forEach(role -> add(form, role));
    add(form, unit);
    add(form, operation);
    add(form, String.valueOf(ids.size()));
    ids.forEach(
        (name, value) -> {
          add(form, name);
          add(form, value);
        });
    add(form, String.valueOf(status));
    add(form, requestId);
    return form.toString();
  }

  private static void add(StringBuilder form, @Nullable String value) {
    if (value == null) {
      form.append("-,");
    } else {
      form.append(value.getBytes(StandardCharsets.UTF_8).length)
          .append(':')
          .append(value)
          .append(',');
    }
  }
}
