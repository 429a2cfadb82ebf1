package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.Set;

/**
 * A named circumstance that rules match on.
 *
 * @param values the values it may have: texts, or {@code true} and {@code false}
 * @param otherwise the value that holds when nothing is said
 */
public record Fact(String name, Names names, Set<Object> values, Object otherwise) {

  public Fact {
    values = Set.copyOf(values);
  }
}
