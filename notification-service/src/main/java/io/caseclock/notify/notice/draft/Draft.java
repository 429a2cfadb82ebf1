package io.caseclock.notify.notice.draft;

import io.caseclock.notify.notice.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice that somebody is still writing: without a number, to be changed or thrown away.
 *
 * @param by who began it
 * @param at when it was begun
 * @param version from 1, one more with each change
 */
public record Draft(String id, Content content, Actor by, Instant at, int version) {

  /** The most faults that one notice covers. */
  public static final int MOST_FAULTS = 50;

  /**
   * What it would say.
   *
   * @param unit whose faults they are
   * @param officer who has to answer it; null where any officer of the unit may
   * @param cause what led to all of the faults; empty where nothing is said
   * @param known ids of deadlines and findings that the monitor has told
   * @param found faults in the writer's own words
   */
  public record Content(
      String unit,
      @Nullable String officer,
      String caseId,
      String cause,
      List<String> known,
      List<Found> found) {

    public Content {
      known = known.stream().distinct().toList();
      found = List.copyOf(found);
    }

    /** How many faults it names. */
    public int faults() {
      return known.size() + found.size();
    }

    /** Leaves out what is said. */
    @Override
    public String toString() {
      return "Content[" + unit + " " + caseId + " " + faults() + "]";
    }
  }

  /** A fault in the writer's own words. */
  public record Found(String element, String provision, String text) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "Found[" + element + "]";
    }
  }
}
