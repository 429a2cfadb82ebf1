package io.caseclock.access.security;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What a service remembers of the unit that a visitor chose to act in, where it has visitors. It is
 * believed only as far as the visitor's claim names it.
 */
@FunctionalInterface
public interface RememberedUnit {

  /** The unit that the visitor of the request chose last. */
  Optional<String> of(RoutingContext request);
}
