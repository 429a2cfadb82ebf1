package io.caseclock.pack;

import org.jspecify.annotations.Nullable;

/**
 * What a period may be that is decided in the case ({@code data.term} of the starting event).
 *
 * @param least null where nothing is too short
 * @param most null where nothing is too long
 */
public record TermBounds(@Nullable Term least, @Nullable Term most) {

  /** Whether a term lies within, both ends included. */
  public boolean allows(Term term) {
    return (least == null || !least.isLongerThan(term))
        && (most == null || !term.isLongerThan(most));
  }

  /** The term itself, or the bound that it goes beyond. */
  public Term nearestTo(Term term) {
    if (most != null && term.isLongerThan(most)) {
      return most;
    }
    return least != null && least.isLongerThan(term) ? least : term;
  }
}
