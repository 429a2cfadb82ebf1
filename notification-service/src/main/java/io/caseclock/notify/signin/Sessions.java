package io.caseclock.notify.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Begins and ends the sessions of built-in accounts. */
public final class Sessions {

  /** The cookie that names a session. */
  public static final String COOKIE = "caseclock-session";

  /** How long a session lasts, whatever is done in it: a working day. */
  public static final Duration LONGEST = Duration.ofHours(8);

  private final SessionStore sessions;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /**
   * Measures them by the given clock, which is real time: moving the clock of the local stack ends
   * nobody's session.
   *
   * @param ids makes ids that nobody can guess, another one each time
   */
  public Sessions(SessionStore sessions, InstantSource clock, Supplier<String> ids) {
    this.sessions = sessions;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Begins one under a new id, and ends the one that the browser had: an id from before the sign-in
   * never opens what comes after it.
   */
  public String begin(Account account, Optional<String> before) {
    before.ifPresent(sessions::end);
    var id = newId();
    sessions.begin(id, account, now(), latestEnd());
    return id;
  }

  /** Who is signed in by the id now. */
  public Optional<Account> find(String id) {
    return sessions.find(id, now());
  }

  /** A new id that nobody can guess. */
  public String newId() {
    return ids.get();
  }

  /** The present by the clock that sessions are measured with. */
  public Instant now() {
    return clock.instant();
  }

  /** When a session that begins now ends. */
  public Instant latestEnd() {
    return now().plus(LONGEST);
  }

  /** Signs out. */
  public void end(String id) {
    sessions.end(id);
  }
}
