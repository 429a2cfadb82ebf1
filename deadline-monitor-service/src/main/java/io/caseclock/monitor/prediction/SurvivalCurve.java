package io.caseclock.monitor.prediction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How many of such steps are still open at each age, by the product limit of Kaplan and Meier. Ages
 * are whole units of any length. Who left at an age without having been done was still at risk at
 * that age: events come before censoring at the same age.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan, Meier: Nonparametric
 *     estimation from incomplete observations, JASA 53 (1958)</a>
 */
public final class SurvivalCurve {

  /** The two-sided 95 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * What was seen at one age.
   *
   * @param done how many were done at that age
   * @param left how many were seen no longer than that: still open, cancelled or lapsed
   */
  public record Observed(long age, long done, long left) {

    public Observed {
      if (age < 0 || done < 0 || left < 0) {
        throw new IllegalArgumentException("negative: " + age + " " + done + " " + left);
      }
    }

    Observed plus(Observed other) {
      return new Observed(Math.max(age, other.age), done + other.done, left + other.left);
    }

    long seen() {
      return done + left;
    }
  }

  /**
   * A share, and between what bounds it lies with 95 % confidence.
   *
   * @param atLeast inclusive
   * @param atMost inclusive
   */
  public record Share(double value, double atLeast, double atMost) {}

  /**
   * What became of those that were open at an age.
   *
   * @param share the estimated share of those that are still open at the limit
   * @param atRisk how many were open for longer than the age
   * @param late of those, how many are known to have been still open at the limit
   * @param unknown of those, how many were lost from sight before the limit
   * @param beyondObserved whether the limit lies beyond all that was seen, so that the share is
   *     that of the longest that was
   */
  public record StillOpen(
      Share share, long atRisk, long late, long unknown, boolean beyondObserved) {}

  /** The product limit over some ages, with Greenwood's sum. */
  private record Product(double value, double greenwood, long atRisk) {

    /** By the logarithm of the hazard, which never leaves 0 to 1; at the ends by Wilson's score. */
    Share share() {
      var wilson = Z * Z / (atRisk + Z * Z);
      if (value == 1) {
        return new Share(1, 1 - wilson, 1);
      }
      if (value == 0) {
        return new Share(0, 0, wilson);
      }
      var spread = Z * Math.sqrt(greenwood) / Math.abs(Math.log(value));
      return new Share(
          value, Math.pow(value, Math.exp(spread)), Math.pow(value, Math.exp(-spread)));
    }
  }

  private final List<Observed> observed;
  private final long finished;
  private final long total;

  private SurvivalCurve(List<Observed> ascending) {
    observed = List.copyOf(ascending);
    finished = observed.stream().mapToLong(Observed::done).sum();
    total = observed.stream().mapToLong(Observed::seen).sum();
  }

  /** In any order, any age any number of times. */
  public static SurvivalCurve of(Collection<Observed> seen) {
    TreeMap<Long, Observed> byAge = new TreeMap<>();
    for (var one : seen) {
      if (one.seen() > 0) {
        byAge.merge(one.age(), one, Observed::plus);
      }
    }
    return new SurvivalCurve(List.copyOf(byAge.values()));
  }

  /** By age, each age once. */
  public List<Observed> observed() {
    return observed;
  }

  /** How many were done. */
  public long finished() {
    return finished;
  }

  /** How many were seen, done or not. */
  public long total() {
    return total;
  }

  /** The greatest age that was seen; empty where nothing was. */
  public OptionalLong longest() {
    return observed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(observed.getLast().age());
  }

  /** The share that is still open after the age, what is done exactly then being closed. */
  public double survival(long age) {
    return product(0, age + 1).value();
  }

  /** The same with its bounds. */
  public Share survivalShare(long age) {
    return product(0, age + 1).share();
  }

  /** Greenwood's estimate of the variance of {@link #survival}; zero where all were done. */
  public double variance(long age) {
    var product = product(0, age + 1);
    return product.value() == 0 ? 0 : product.value() * product.value() * product.greenwood();
  }

  /** How many were open just before the age, those included that were seen no longer. */
  public long atRisk(long age) {
    return observed.stream().filter(one -> one.age() >= age).mapToLong(Observed::seen).sum();
  }

  /**
   * What became of those that were open for longer than the age: the share that is still open at
   * the limit is S(limit) / S(age), the former just before that instant, since what is done at the
   * limit is late.
   *
   * @return empty where nobody was seen for longer
   */
  public Optional<StillOpen> openAt(long limit, long age) {
    var atRisk = atRisk(age + 1);
    if (atRisk == 0) {
      return Optional.empty();
    }
    var late = limit <= age ? atRisk : atRisk(limit);
    var unknown =
        observed.stream()
            .filter(one -> one.age() > age && one.age() < limit)
            .mapToLong(Observed::left)
            .sum();
    var last = observed.getLast();
    return Optional.of(
        new StillOpen(
            product(age + 1, limit).share(),
            atRisk,
            late,
            unknown,
            limit > last.age() && last.left() > 0));
  }

  /**
   * When what is said of those open at an age will have changed.
   *
   * @param open what is said at the age
   * @param until the share from which on it counts as changed
   * @param fewest below how many at risk it counts as changed, too
   * @return the age; empty where that is not before the limit
   */
  public OptionalLong changesAt(long limit, long age, StillOpen open, double until, long fewest) {
    var share = open.share().value();
    var atRisk = open.atRisk();
    for (var one : observed) {
      if (one.age() >= limit) {
        break;
      }
      if (one.age() > age) {
        share /= 1 - (double) one.done() / atRisk;
        atRisk -= one.seen();
        if (atRisk < fewest || share >= until) {
          return OptionalLong.of(one.age());
        }
      }
    }
    return OptionalLong.empty();
  }

  /** At most so many ages: neighbours are joined at the greater age, each with about as many. */
  public SurvivalCurve compressed(int most) {
    if (observed.size() <= most) {
      return this;
    }
    List<Observed> joined = new ArrayList<>();
    var seen = 0L;
    var bucket = -1L;
    for (var one : observed) {
      var belongs = seen * most / total;
      if (belongs == bucket) {
        joined.set(joined.size() - 1, joined.getLast().plus(one));
      } else {
        joined.add(one);
        bucket = belongs;
      }
      seen += one.seen();
    }
    return new SurvivalCurve(joined);
  }

  /** Over the ages from one to another, the latter excluded. */
  private Product product(long from, long until) {
    var value = 1.0;
    var greenwood = 0.0;
    var first = 0L;
    var atRisk = total;
    for (var one : observed) {
      if (one.age() >= from) {
        first = first == 0 ? atRisk : first;
        if (one.age() >= until) {
          break;
        }
        value *= 1 - (double) one.done() / atRisk;
        greenwood += one.done() / ((double) atRisk * (atRisk - one.done()));
      }
      atRisk -= one.seen();
    }
    return new Product(value, greenwood, first);
  }

  @Override
  public String toString() {
    return "SurvivalCurve[" + finished + " of " + total + "]";
  }
}
