package io.caseclock.notify.signin;

import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.notify.signin.SignInOutcome.TooSoon;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slows down whoever guesses passwords: after five failures of a name from one address each further
 * one doubles the wait there, from one second to a minute. Nobody is locked out by what others try:
 * from another address the right password is let in at once. Names that do not exist are treated
 * alike. It is kept in memory; a restart forgets it.
 */
public final class ThrottledSignIn implements SignIn {

  private final SignIn behind;
  private final InstantSource clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final FailedAttempts failures;

  public ThrottledSignIn(SignIn behind, InstantSource clock, FailedAttempts failures) {
    this.behind = behind;
    this.clock = clock;
    this.failures = failures;
  }

  @Override
  public boolean isOffered() {
    return behind.isOffered();
  }

  @Override
  public Optional<Account> find(String username) {
    return behind.find(username);
  }

  /** One attempt at a time: many at once get no more guesses than one after the other. */
  @Override
  public SignInOutcome attempt(String username, String password, String address) {
    oneAtATime.lock();
    try {
      var now = clock.instant();
      var origin = ClientNetwork.of(address);
      var freeAt = failures.freeAt(username, origin, now);
      if (now.isBefore(freeAt)) {
        return new TooSoon(Duration.between(now, freeAt));
      }
      var outcome = behind.attempt(username, password, address);
      switch (outcome) {
        case SignedIn in -> failures.forget(username, origin);
        case Refused refused -> failures.add(username, origin, now);
        case TooSoon soon -> {}
      }
      return outcome;
    } finally {
      oneAtATime.unlock();
    }
  }
}
