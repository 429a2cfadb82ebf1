package io.caseclock.notify.signin;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this replica. One query serves all of them, and since it reads the table of
 * sessions, it does not matter at which replica somebody signed out.
 */
public final class OpenStreams {

  /** Of one person in this replica: more than anybody has windows of the console. */
  public static final int MOST_OF_ONE = 10;

  private final SessionStore sessions;
  private final HeldTokens held;
  private final InstantSource clock;
  private final Map<Object, Stream> streams = new ConcurrentHashMap<>();

  /** Measures by the given clock, which is real time, as it is for tokens. */
  public OpenStreams(SessionStore sessions, HeldTokens held, InstantSource clock) {
    this.sessions = sessions;
    this.held = held;
    this.clock = clock;
  }

  /** Whether the person may open another one. */
  public boolean isRoomFor(String person) {
    return streams.values().stream().filter(stream -> stream.person.equals(person)).count()
        < MOST_OF_ONE;
  }

  /**
   * Watches a stream until the returned action is run; runs {@code close} once it may stay open no
   * longer. Empty, and nothing is watched, where the person has too many.
   */
  public synchronized Optional<Runnable> watch(
      String person, SessionValidity validity, Runnable close) {
    if (!isRoomFor(person)) {
      return Optional.empty();
    }
    var key = new Object();
    streams.put(key, new Stream(person, validity, close));
    return Optional.of(() -> streams.remove(key));
  }

  /** How many are open. */
  public int size() {
    return streams.size();
  }

  /** Looks once; returns how many were closed. */
  public int closeEnded() {
    var now = clock.instant();
    var open = Map.copyOf(streams);
    var ids = all(open, SessionValidity::session);
    var tokens = all(open, SessionValidity::token);
    var present = ids.isEmpty() ? ids : sessions.present(ids, now);
    var holding = tokens.isEmpty() ? tokens : held.among(tokens);
    var closed = 0;
    for (var entry : open.entrySet()) {
      var validity = entry.getValue().validity();
      var goesOn =
          now.isBefore(validity.until())
              && (validity.session() == null || present.contains(validity.session()))
              && (validity.token() == null || holding.contains(validity.token()));
      if (!goesOn && streams.remove(entry.getKey()) != null) {
        entry.getValue().close().run();
        closed++;
      }
    }
    return closed;
  }

  private static Set<String> all(
      Map<Object, Stream> open, Function<SessionValidity, @Nullable String> part) {
    return open.values().stream()
        .map(stream -> part.apply(stream.validity()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private record Stream(String person, SessionValidity validity, Runnable close) {}
}
