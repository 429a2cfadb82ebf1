package io.caseclock.intake.accept;

import io.caseclock.problem.Problem.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as it came, unchecked.
 *
 * @param attributes the context attributes by name; empty where no event could be made out
 * @param data the data member, whatever it is; null where it is absent
 * @param size its length in bytes
 * @param fault why it cannot be read at all; null where it can
 */
public record Submission(
    Map<String, Object> attributes, @Nullable Object data, long size, @Nullable Violation fault) {

  public Submission {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** One that can be read. */
  public Submission(Map<String, Object> attributes, @Nullable Object data, long size) {
    this(attributes, data, size, null);
  }

  /** One of a batch that cannot be read, among others that can. */
  public static Submission unreadable(Violation fault, long size) {
    return new Submission(Map.of(), null, size, fault);
  }

  /** An attribute, where it is there and is a text. */
  public @Nullable String text(String attribute) {
    return attributes.get(attribute) instanceof String text ? text : null;
  }

  /** Leaves out the data, which may name people. */
  @Override
  public String toString() {
    return "Submission[" + text("source") + "#" + text("id") + " " + size + " bytes]";
  }
}
