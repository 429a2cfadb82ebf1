package io.caseclock.notify.channel;

import java.net.URI;
import java.util.Set;

/**
 * A configured webhook.
 *
 * @param units listens to these units and all below them; empty for every unit
 */
public record Receiver(String name, URI url, String secret, Set<String> units) {

  public Receiver {
    units = Set.copyOf(units);
  }

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "Receiver[" + name + " " + url.getHost() + "]";
  }
}
