package io.caseclock.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works where, for people who look it up. */
public interface Staff {

  /**
   * The posts that officers hold in exactly this unit at that instant, by the officer's id; those
   * who have left are not among them.
   *
   * @param after the last officer already seen; null to begin
   */
  List<Post> of(String unit, Instant at, @Nullable String after, int limit);

  /** How many hold a post at that instant, in each unit of the subtree that has any. */
  Map<String, Integer> headcount(String root, Instant at);

  /**
   * Posts held at that instant in the subtree whose officer's name or id holds the text, by the
   * officer's id.
   */
  List<Post> search(String root, String text, Instant at, int limit);

  /** All posts of an officer, the newest first. */
  List<Post> posts(String officer);

  /** Absences of an officer that are not cancelled, the newest first. */
  List<Absence> absences(String officer, int limit);

  /**
   * Absences that have not ended at that instant, of those who hold a post in exactly this unit
   * then, in the order in which they begin.
   */
  List<Absence> absencesIn(String unit, Instant at, int limit);

  /** The post of an officer at that instant; empty before the first one. */
  default Optional<Post> post(String officer, Instant at) {
    return posts(officer).stream().filter(post -> post.holdsAt(at)).findFirst();
  }
}
