package io.caseclock.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;

/**
 * Whether a list that was asked for one thing showed anything of it. A look that found nothing is
 * kept as one: whoever reads the log must not take it for a case that somebody saw.
 */
@RequestScoped
public class ShownThings {

  private boolean isNothing;

  /** Notes whether there were any, and returns them. */
  public <T extends Collection<?>> T of(T found) {
    isNothing = found.isEmpty();
    return found;
  }

  boolean isNothing() {
    return isNothing;
  }
}
