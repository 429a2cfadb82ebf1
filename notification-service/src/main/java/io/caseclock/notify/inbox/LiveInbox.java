package io.caseclock.notify.inbox;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The live readers of this replica. One query serves all of them, however many there are; since it
 * reads the table, it does not matter which replica filed a message.
 */
public final class LiveInbox {

  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 20;

  private final NewEntries source;
  private final Map<Object, Reader> readers = new ConcurrentHashMap<>();

  public LiveInbox(NewEntries source) {
    this.source = source;
  }

  /** Where a new reader starts: after the message it saw last, or from now on. */
  public Cursor start(Optional<Cursor> last) {
    return last.orElseGet(source::horizon);
  }

  /** Tells the sink of each new message of the person until the answer is run. */
  public Runnable listen(String person, Cursor start, Consumer<NewEntry> sink) {
    var key = new Object();
    readers.put(key, new Reader(person, start, sink));
    return () -> readers.remove(key);
  }

  /** How many read along. */
  public int readers() {
    return readers.size();
  }

  /** Looks once; returns how many messages were handed over. */
  public synchronized int poll() {
    var handed = 0;
    for (var batch = 0; batch < MOST_BATCHES && !readers.isEmpty(); batch++) {
      var present = Map.copyOf(readers).values();
      var from = Collections.min(present.stream().map(reader -> reader.cursor).toList());
      var people = present.stream().map(reader -> reader.person).collect(Collectors.toSet());
      var found = source.since(from, people, BATCH);
      for (var arrival : found) {
        handed += present.stream().mapToInt(reader -> reader.offer(arrival)).sum();
      }
      if (found.size() < BATCH) {
        break;
      }
    }
    return handed;
  }

  /** Only {@link #poll()} moves the cursor, and only under the lock. */
  private static final class Reader {
    private final String person;
    private final Consumer<NewEntry> sink;
    private Cursor cursor;

    Reader(String person, Cursor cursor, Consumer<NewEntry> sink) {
      this.person = person;
      this.cursor = cursor;
      this.sink = sink;
    }

    /** What is someone else's moves the place too: nothing of this reader lies before it. */
    int offer(NewEntry arrival) {
      if (arrival.cursor().compareTo(cursor) <= 0) {
        return 0;
      }
      cursor = arrival.cursor();
      if (!arrival.entry().person().equals(person)) {
        return 0;
      }
      sink.accept(arrival);
      return 1;
    }
  }
}
