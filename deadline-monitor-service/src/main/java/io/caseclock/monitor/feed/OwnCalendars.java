package io.caseclock.monitor.feed;

import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes secret links, and reads what they show. */
public final class OwnCalendars {

  /** How many links one officer has at a time. */
  public static final int MOST_FEEDS = 5;

  /** How many deadlines one calendar holds. */
  public static final int MOST_ENTRIES = 500;

  /** How exactly it is known when a link was last read. */
  private static final Duration READ_AGAIN = Duration.ofMinutes(1);

  private final CalendarFeeds feeds;
  private final Directory directory;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final UnaryOperator<byte[]> random;

  /**
   * @param random fills an array with bytes that nobody can guess
   */
  public OwnCalendars(
      CalendarFeeds feeds,
      Directory directory,
      InstantSource clock,
      Supplier<UUID> ids,
      UnaryOperator<byte[]> random) {
    this.feeds = feeds;
    this.directory = directory;
    this.clock = clock;
    this.ids = ids;
    this.random = random;
  }

  /** What came of the wish for a link. */
  public sealed interface Made {

    /** It is there; its secret is told this once. */
    record Kept(CalendarFeed feed, FeedSecret secret) implements Made {}

    /** The officer holds no post, so that a link would show nothing. */
    record NoPost() implements Made {}

    /** The officer has {@link #MOST_FEEDS} of them. */
    record TooMany() implements Made {}
  }

  /** What a link shows now. */
  public record Shown(CalendarFeed feed, Instant at, List<FeedEntry> entries) {

    public Shown {
      entries = List.copyOf(entries);
    }
  }

  public Made make(String officer, String name, FeedLanguage language) {
    if (post(officer).isEmpty()) {
      return new Made.NoPost();
    }
    var secret = FeedSecret.random(random);
    var feed = new CalendarFeed(ids.get(), officer, name, language, clock.instant(), null);
    return feeds.add(feed, secret.hash(), MOST_FEEDS)
        ? new Made.Kept(feed, secret)
        : new Made.TooMany();
  }

  public List<CalendarFeed> of(String officer) {
    return feeds.of(officer);
  }

  /** Whether there was such a link of the officer; it opens nothing from now on. */
  public boolean revoke(String officer, UUID id) {
    return feeds.remove(officer, id);
  }

  /**
   * What whoever has the link may see; empty where nobody made it, where it was revoked, and where
   * its officer holds no post any more.
   */
  public Optional<Shown> read(FeedSecret secret) {
    return feeds.find(secret.hash()).flatMap(this::show);
  }

  private Optional<Shown> show(CalendarFeed feed) {
    var now = clock.instant();
    return post(feed.officer())
        .map(
            post -> {
              note(feed, now);
              var entries = feeds.entries(feed.officer(), post.unit(), now, MOST_ENTRIES);
              return new Shown(feed, now, entries);
            });
  }

  private void note(CalendarFeed feed, Instant now) {
    var before = feed.readAt();
    if (before == null || !now.isBefore(before.plus(READ_AGAIN))) {
      feeds.wasRead(feed.id(), now);
    }
  }

  /** A post without any role is none. */
  private Optional<OfficerEntry> post(String officer) {
    return directory.officer(officer, clock.instant()).filter(post -> !post.roles().isEmpty());
  }
}
