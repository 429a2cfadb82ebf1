package io.caseclock.intake.schema;

import io.caseclock.contract.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event type that intake knows.
 *
 * @param element what it is about; {@code any} where the type fits every element
 * @param pack the pack that declares it; null for a built-in type
 * @param postable false where only CaseClock itself makes such events
 * @param schema JSON Schema (2020-12) of the event's data
 */
public record KnownType(
    String type,
    Names names,
    String element,
    @Nullable String pack,
    boolean postable,
    Map<String, Object> schema) {

  public KnownType {
    schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
  }
}
