package io.caseclock.notify.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SessionStore in memory. */
final class SessionsInMemory implements SessionStore {

  private record Kept(Account account, Instant until) {}

  private final Map<String, Kept> kept = new HashMap<>();

  @Override
  public void begin(String id, Account account, Instant at, Instant until) {
    kept.put(id, new Kept(account, until));
  }

  @Override
  public Optional<Account> find(String id, Instant at) {
    return Optional.ofNullable(kept.get(id))
        .filter(one -> at.isBefore(one.until()))
        .map(Kept::account);
  }

  @Override
  public void end(String id) {
    kept.remove(id);
  }

  @Override
  public Set<String> present(Collection<String> ids, Instant at) {
    return ids.stream().filter(id -> find(id, at).isPresent()).collect(Collectors.toSet());
  }
}
