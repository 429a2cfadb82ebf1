package io.caseclock.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The provision that a figure rests on.
 *
 * @param quote its own words, as far as the pack repeats them; null where it does not
 */
public record LegalBasis(
    String law,
    String article,
    @Nullable String version,
    @Nullable LocalDate from,
    @Nullable String url,
    @Nullable String quote) {

  /** One line for people: law and article. */
  public String line() {
    return law + " " + article;
  }
}
