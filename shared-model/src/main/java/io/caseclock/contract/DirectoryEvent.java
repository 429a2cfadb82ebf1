package io.caseclock.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the directory topic says of units and officers; the newest record of a key holds. */
public sealed interface DirectoryEvent {

  /**
   * A bureau, sub-bureau, brigade or station.
   *
   * @param parent the unit above; null for the root
   * @param kind {@code bureau}, {@code sub-bureau}, {@code brigade}, {@code legal} or {@code
   *     station}
   */
  record UnitRegistered(String id, @Nullable String parent, Names names, String kind)
      implements DirectoryEvent {}

  /**
   * An officer's post from an instant on, until the next post begins.
   *
   * @param roles in alphabetical order; wire names such as {@code officer}, {@code unit-head},
   *     {@code legal-officer}, {@code supervisor}
   * @param contacts how the officer is reached: {@code email}, {@code mobile}; either may be absent
   * @param since inclusive, to the microsecond; may lie in the future. A second word on the same
   *     instant corrects the first
   */
  record OfficerAssigned(
      String id,
      String name,
      String unit,
      Set<String> roles,
      Map<String, String> contacts,
      Instant since)
      implements DirectoryEvent {
    public OfficerAssigned {
      roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
      contacts = Collections.unmodifiableSortedMap(new TreeMap<>(contacts));
      since = since.truncatedTo(ChronoUnit.MICROS);
    }

    /** Leaves out the name and the contacts. */
    @Override
    public String toString() {
      return "OfficerAssigned[" + id + " " + unit + " " + roles + " " + since + "]";
    }
  }

  /**
   * An officer's leave, training or exchanged duty, and who stands in.
   *
   * @param absence its id, unique for the officer; a second word on the same id corrects the first
   * @param from inclusive, to the microsecond
   * @param until exclusive, to the microsecond; after {@code from}
   * @param substitute who stands in; null where nobody is named
   * @param cancelled as if the absence had never been
   */
  record OfficerAway(
      String officer,
      String absence,
      Instant from,
      Instant until,
      @Nullable String substitute,
      boolean cancelled)
      implements DirectoryEvent {
    public OfficerAway {
      from = from.truncatedTo(ChronoUnit.MICROS);
      until = until.truncatedTo(ChronoUnit.MICROS);
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException("an absence ends after it begins: " + absence);
      }
    }
  }
}
