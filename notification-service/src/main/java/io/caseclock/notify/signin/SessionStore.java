package io.caseclock.notify.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in, for all replicas alike. An id is a secret: whoever has it is the account. It
 * means nothing outside this service, and nothing after {@link #end}.
 */
public interface SessionStore {

  /** Begins one; {@code until} is exclusive. */
  void begin(String id, Account account, Instant at, Instant until);

  /** Who is signed in by the id at that instant; empty for an unknown, an ended and an old one. */
  Optional<Account> find(String id, Instant at);

  /** Ends it at once and for good; without effect where there is none. */
  void end(String id);

  /** Those of the ids that are signed in at that instant, whoever signed them in. */
  Set<String> present(Collection<String> ids, Instant at);
}
