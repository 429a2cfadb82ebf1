package io.caseclock.notify.signin;

import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.notify.signin.SignInOutcome.TooSoon;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slows down whoever guesses passwords: after five failures of a name each further one doubles the
 * wait, from one second to a minute. Names that do not exist are treated alike. It is kept in
 * memory; a restart forgets it.
 */
public final class BrakedSignIn implements SignIn {

  static final int FREE_FAILURES = 5;
  static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_NAMES = 10_000;
  private static final int MOST_DOUBLINGS = 10;

  private final SignIn behind;
  private final InstantSource clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  public BrakedSignIn(SignIn behind, InstantSource clock) {
    this.behind = behind;
    this.clock = clock;
  }

  @Override
  public boolean isOffered() {
    return behind.isOffered();
  }

  /** One attempt at a time: many at once get no more guesses than one after the other. */
  @Override
  public SignInOutcome attempt(String username, String password) {
    oneAtATime.lock();
    try {
      var now = clock.instant();
      var before = failures.getOrDefault(username, Failures.NONE);
      if (now.isBefore(before.freeAt())) {
        return new TooSoon(Duration.between(now, before.freeAt()));
      }
      var outcome = behind.attempt(username, password);
      switch (outcome) {
        case SignedIn in -> failures.remove(username);
        case Refused refused -> remember(username, before.andOne(now));
        case TooSoon soon -> {}
      }
      return outcome;
    } finally {
      oneAtATime.unlock();
    }
  }

  private void remember(String username, Failures count) {
    failures.remove(username);
    if (failures.size() >= MOST_NAMES) {
      failures.remove(failures.keySet().iterator().next());
    }
    failures.put(username, count);
  }

  /** Failures in a row, and when the next attempt is looked at. */
  private record Failures(int count, Instant freeAt) {

    static final Failures NONE = new Failures(0, Instant.EPOCH);

    Failures andOne(Instant now) {
      var failed = count + 1;
      return new Failures(failed, now.plus(waitAfter(failed)));
    }

    private static Duration waitAfter(int failed) {
      if (failed < FREE_FAILURES) {
        return Duration.ZERO;
      }
      var doublings = Math.min(failed - FREE_FAILURES, MOST_DOUBLINGS);
      var wait = Duration.ofSeconds(1L << doublings);
      return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
  }
}
