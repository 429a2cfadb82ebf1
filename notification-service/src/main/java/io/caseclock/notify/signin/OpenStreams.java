package io.caseclock.notify.signin;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The streams of this replica. One question to the table serves all of them, and since it is the
 * table that is asked, it does not matter at which replica somebody signed out.
 */
public final class OpenStreams {

  private final Sessions sessions;
  private final InstantSource clock;
  private final Map<Object, Stream> streams = new ConcurrentHashMap<>();

  /** Watches the streams by real time, as the tokens do. */
  public OpenStreams(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Watches a stream until the answer is run; runs {@code close} once its stay has ended. */
  public Runnable watch(Stay stay, Runnable close) {
    var key = new Object();
    streams.put(key, new Stream(stay, close));
    return () -> streams.remove(key);
  }

  /** How many are open. */
  public int size() {
    return streams.size();
  }

  /** Looks once; returns how many were closed. */
  public int closeEnded() {
    var now = clock.instant();
    var open = Map.copyOf(streams);
    var ids =
        open.values().stream()
            .map(stream -> stream.stay().session())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var present = ids.isEmpty() ? ids : sessions.present(ids, now);
    var closed = 0;
    for (var entry : open.entrySet()) {
      var stay = entry.getValue().stay();
      var goesOn =
          now.isBefore(stay.until())
              && (stay.session() == null || present.contains(stay.session()));
      if (!goesOn && streams.remove(entry.getKey()) != null) {
        entry.getValue().close().run();
        closed++;
      }
    }
    return closed;
  }

  private record Stream(Stay stay, Runnable close) {}
}
