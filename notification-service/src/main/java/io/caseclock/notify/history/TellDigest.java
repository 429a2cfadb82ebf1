package io.caseclock.notify.history;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.routing.Routing.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells each person once of all breaches of a digest that concern them, as the policy names. */
public final class TellDigest {

  /** After so long without another breach people are told of those that are there. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final ReleasedDigests digests;
  private final Notifier notifier;
  private final DigestMessages messages;

  public TellDigest(ReleasedDigests digests, Notifier notifier, DigestMessages messages) {
    this.digests = digests;
    this.notifier = notifier;
    this.messages = messages;
  }

  /** Takes in one breach of a digest; the last of them leads to the messages. */
  public void add(DeadlineAlarm breach, Instant now) {
    var digest = Objects.requireNonNull(breach.digest(), "it belongs to a digest");
    if (digests.add(digest, breach, now) >= digest.alarms()) {
      tell(digest.id(), now);
    }
  }

  /**
   * Tells of digests of which a breach was lost on the way.
   *
   * @return how many there were; fewer than the limit means that none is left
   */
  public int tellStalled(int limit, Instant now) {
    var stalled = digests.stalledSince(now.minus(LONGEST_PAUSE), limit);
    stalled.forEach(digest -> tell(digest, now));
    return stalled.size();
  }

  private void tell(String digest, Instant now) {
    Map<String, Share> shares = new LinkedHashMap<>();
    var people = new People(now);
    for (var breach : digests.take(digest, now)) {
      for (var recipient : people.concernedBy(breach)) {
        shares
            .computeIfAbsent(recipient.person(), any -> new Share(recipient, new ArrayList<>()))
            .breaches()
            .add(breach);
      }
    }
    shares
        .values()
        .forEach(
            share ->
                notifier.notify(
                    messages.of(digest, share.recipient(), share.breaches()),
                    List.of(share.recipient()),
                    now));
  }

  /** What one person is told. */
  private record Share(Recipient recipient, List<DeadlineSnapshot> breaches) {}

  /** Whom the policy tells of a breach first; asked once for all that are alike. */
  private final class People {

    private final Instant now;
    private final Map<Alike, List<Recipient>> known = new HashMap<>();

    People(Instant now) {
      this.now = now;
    }

    List<Recipient> concernedBy(DeadlineSnapshot breach) {
      var question =
          new Question("breach", breach.severity(), breach.list(), breach.rule(), breach.unit());
      return known.computeIfAbsent(
          new Alike(question, breach.officer()),
          alike -> notifier.firstTold(alike.question(), alike.officer(), now));
    }
  }

  private record Alike(Question question, @Nullable String officer) {}
}
