package io.caseclock.monitor.prediction;

import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where predictions are kept. */
public interface Predictions {

  /** A place among the running deadlines, by due instant. */
  record Place(Instant dueAt, UUID id) {}

  /**
   * What is kept of one deadline.
   *
   * @param prediction null where too little is known
   * @param nextAt when it is to be computed anew; null for not before curves are learned
   */
  record Kept(
      StoredDeadline deadline,
      @Nullable Prediction prediction,
      long age,
      long limit,
      @Nullable Instant nextAt) {}

  /** A running deadline and its prediction. */
  record Predicted(StoredDeadline deadline, Prediction prediction, Instant computedAt) {}

  /** A place in the listing: the most likely to be missed come first. */
  record Cursor(double chance, UUID id) {}

  /**
   * What is asked for.
   *
   * @param unit whose subtree is asked for; whoever asks has made sure that it may be seen
   * @param atLeast the least chance
   */
  record Question(String unit, double atLeast, Instant now) {}

  /**
   * A page of the listing.
   *
   * @param next where the next page begins; null on the last
   */
  record Page(List<Predicted> items, @Nullable Cursor next) {

    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * Running deadlines that are not late and have no prediction, or one that does not hold any more:
   * its time has come, the deadline has changed, or curves were learned since.
   *
   * @param after where the page before ended; null for the first
   */
  List<StoredDeadline> outdated(
      Set<String> rules, Instant now, Instant learnedAt, @Nullable Place after, int limit);

  void keep(List<Kept> predictions, Instant now);

  /** Forgets those of deadlines that do not run any more, or are late. */
  int forget(Instant now);

  /** The most likely first. */
  Page page(Question question, @Nullable Cursor after, int limit);
}
