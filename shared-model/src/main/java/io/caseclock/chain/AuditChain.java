package io.caseclock.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an audit log is read from in the order of its chain. */
public interface AuditChain {

  /**
   * A part of a day, head and links as they were at one moment.
   *
   * @param head empty where the day has none, and then no links either
   * @param links in the order of their numbers; none at the end
   */
  record Part(Optional<DayHead> head, List<Link> links) {
    public Part {
      links = List.copyOf(links);
    }
  }

  /**
   * Entries that no day counts: those from before there was a chain.
   *
   * @param last when the newest was answered; null where there is none
   */
  record Outside(long entries, @Nullable Instant last) {}

  /** The heads of some days, the oldest first, behind a day; none at the end; null begins. */
  List<DayHead> days(@Nullable LocalDate after);

  /** Some entries of a day, with higher numbers than one. */
  Part part(LocalDate day, int after);

  Outside outside();
}
