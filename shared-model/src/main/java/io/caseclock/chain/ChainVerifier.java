package io.caseclock.chain;

import io.caseclock.chain.ChainReport.Broken;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves a chain from its first day on, up to the first broken link, while the log goes on growing.
 * Nothing that the log says of itself is believed: each hash is computed again.
 */
public final class ChainVerifier {

  /** In days: entries that are younger are kept by every installation. */
  private static final int LEAST_KEPT = 184;

  private final AuditChain chain;
  private final LocalDate today;
  private int days;
  private long entries;
  private int forgotten;
  private @Nullable DayHead first;
  private @Nullable DayHead last;

  private ChainVerifier(AuditChain chain, LocalDate today) {
    this.chain = chain;
    this.today = today;
  }

  /**
   * Reads all of it once.
   *
   * @param today in UTC, by a clock that is trusted: it tells which days may have been forgotten
   */
  public static ChainReport verify(AuditChain chain, LocalDate today) {
    return new ChainVerifier(chain, today).report();
  }

  private ChainReport report() {
    var broken = firstBroken();
    var outside = chain.outside();
    if (broken.isEmpty()) {
      broken = straying(outside);
    }
    return new ChainReport(
        days, entries, forgotten, outside.entries(), Optional.ofNullable(last), broken);
  }

  private Optional<Broken> firstBroken() {
    for (var page = chain.days(null); !page.isEmpty(); page = chain.days(page.getLast().day())) {
      for (var head : page) {
        var broken = day(head);
        if (broken.isPresent()) {
          return broken;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Broken> day(DayHead head) {
    if (!joins(head)) {
      return broken(head.day(), 0, Fault.NOT_JOINED);
    }
    var walk = new DayWalk(chain, head);
    var broken = walk.firstBroken();
    if (broken.isPresent() && isForgotten(head)) {
      forgotten++;
      last = head;
      return Optional.empty();
    }
    if (broken.isEmpty()) {
      days++;
      entries += walk.head().entries();
      last = walk.head();
    }
    return broken;
  }

  private boolean joins(DayHead head) {
    var before = last;
    if (before == null) {
      first = head;
      return head.follows().equals(DayHead.GENESIS);
    }
    return head.day().isAfter(before.day()) && head.follows().equals(before.last());
  }

  /** Only whole days go, the oldest first, and never one of the last half year. */
  private boolean isForgotten(DayHead head) {
    return days == 0
        && head.day().isBefore(today.minusDays(LEAST_KEPT))
        && chain.part(head.day(), 0).links().isEmpty();
  }

  /** While replicas are replaced an older one may write outside the chain for a day. */
  private Optional<Broken> straying(AuditChain.Outside outside) {
    var begun = first;
    var newest = outside.last();
    if (begun == null || newest == null) {
      return Optional.empty();
    }
    var day = LocalDate.ofInstant(newest, ZoneOffset.UTC);
    return day.isAfter(begun.day().plusDays(1)) ? broken(day, 0, Fault.OUTSIDE) : Optional.empty();
  }

  static Optional<Broken> broken(LocalDate day, int number, Fault fault) {
    return Optional.of(new Broken(day, number, fault));
  }

  /** The entries of one day, in their order. */
  private static final class DayWalk {

    private final AuditChain chain;
    private DayHead head;
    private String previous;
    private int number;

    DayWalk(AuditChain chain, DayHead head) {
      this.chain = chain;
      this.head = head;
      this.previous = head.follows();
    }

    /** As it was when the last entry had been read. */
    DayHead head() {
      return head;
    }

    Optional<Broken> firstBroken() {
      List<Link> links;
      do {
        var part = chain.part(head.day(), number);
        var now = part.head().orElse(head);
        if (now.entries() < head.entries() || !now.follows().equals(head.follows())) {
          return broken(head.day(), 0, Fault.HEAD_DIFFERS);
        }
        head = now;
        links = part.links();
        for (var link : links) {
          var fault = fault(link, links);
          if (fault.isPresent()) {
            return fault;
          }
          number++;
          previous = link.hash();
        }
      } while (!links.isEmpty());
      return atTheEnd();
    }

    private Optional<Broken> fault(Link link, List<Link> beside) {
      var expected = number + 1;
      var found = link.entry().number();
      if (found > expected && expected <= head.entries()) {
        return broken(head.day(), expected, Fault.MISSING);
      }
      if (found < expected || found > head.entries()) {
        return broken(head.day(), found, Fault.ADDED);
      }
      if (link.entry().hash(previous).equals(link.hash())) {
        return Optional.empty();
      }
      var belongs =
          beside.stream()
              .map(other -> new Link(other.entry().at(expected), other.hash()))
              .anyMatch(other -> isOf(other, link.hash()));
      return broken(head.day(), expected, belongs ? Fault.SWAPPED : Fault.CHANGED);
    }

    /** Whether it was written here, wherever it stands now, with its hash or without. */
    private boolean isOf(Link other, String here) {
      var hash = other.entry().hash(previous);
      return hash.equals(other.hash()) || hash.equals(here);
    }

    private Optional<Broken> atTheEnd() {
      if (number < head.entries()) {
        return broken(head.day(), number + 1, Fault.MISSING);
      }
      return previous.equals(head.last())
          ? Optional.empty()
          : broken(head.day(), number, Fault.HEAD_DIFFERS);
    }
  }
}
