package io.caseclock.notify.signin;

import io.caseclock.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * Failures in a row by name and address, in a table of a fixed size. Where no place is free, the
 * smallest count of a few gives way, and the newcomer takes that count over: no count ever becomes
 * smaller because other names are tried, however many, so that nobody gets rid of a count that way.
 * Not for several threads at once.
 */
public final class FailedAttempts {

  /** The first failure in a row after which the next attempt has to wait. */
  static final int FREE = 5;

  /** The longest pause. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** After so long without a failure the count begins anew. */
  static final Duration KEPT = Duration.ofHours(1);

  /** The pauses, counted from the first failure that causes one. */
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), LONGEST);

  private static final int PLACES_OF_A_GROUP = 8;

  private final BiFunction<String, String, Long> fingerprint;
  private final Failures[] places;

  /**
   * An empty table.
   *
   * @param groups of eight places each; a power of two
   * @param fingerprint of a name and an address; nobody outside may be able to compute it
   */
  public FailedAttempts(int groups, BiFunction<String, String, Long> fingerprint) {
    if (Integer.bitCount(groups) != 1) {
      throw new IllegalArgumentException("the number of groups is a power of two: " + groups);
    }
    this.fingerprint = fingerprint;
    this.places = new Failures[groups * PLACES_OF_A_GROUP];
    Arrays.fill(places, Failures.NONE);
  }

  /** When the next attempt is looked at; long ago where nothing failed. */
  public Instant freeAt(String username, String address, Instant now) {
    var key = key(username, address);
    var place = find(key, now);
    return place < 0 ? Instant.EPOCH : places[place].freeAt();
  }

  /** Counts one more. */
  public void add(String username, String address, Instant now) {
    var key = key(username, address);
    var place = find(key, now);
    var taken = place < 0 ? smallest(key, now) : place;
    places[taken] = current(taken, now).andOne(key, now);
  }

  /** After a success nothing is held against the pair. */
  public void forget(String username, String address) {
    var key = key(username, address);
    var first = first(key);
    for (var place = first; place < first + PLACES_OF_A_GROUP; place++) {
      if (places[place].key() == key) {
        places[place] = Failures.NONE;
      }
    }
  }

  private long key(String username, String address) {
    return fingerprint.apply(username, address);
  }

  private int find(long key, Instant now) {
    var first = first(key);
    for (var place = first; place < first + PLACES_OF_A_GROUP; place++) {
      var present = current(place, now);
      if (present.count() > 0 && present.key() == key) {
        return place;
      }
    }
    return -1;
  }

  private int smallest(long key, Instant now) {
    var smallest = first(key);
    for (var place = smallest + 1; place < first(key) + PLACES_OF_A_GROUP; place++) {
      if (current(place, now).count() < current(smallest, now).count()) {
        smallest = place;
      }
    }
    return smallest;
  }

  /** What stands there, if it still counts. */
  private Failures current(int place, Instant now) {
    var present = places[place];
    return now.isBefore(present.lastAt().plus(KEPT)) ? present : Failures.NONE;
  }

  private int first(long key) {
    var groups = places.length / PLACES_OF_A_GROUP;
    return Math.floorMod(key, groups) * PLACES_OF_A_GROUP;
  }

  /** Failures in a row of one pair, and when the next attempt is looked at. */
  private record Failures(long key, int count, Instant lastAt, Instant freeAt) {

    static final Failures NONE = new Failures(0, 0, Instant.EPOCH, Instant.EPOCH);

    Failures andOne(long ofKey, Instant now) {
      var failed = count + 1;
      return new Failures(ofKey, failed, now, now.plus(PAUSES.after(failed - FREE + 1)));
    }
  }
}
