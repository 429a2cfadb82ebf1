package io.caseclock.intake.accept;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.intake.schema.DataCheck;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.KnownType;
import io.caseclock.pack.Term;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the data of an event against its schema and against what the packs declare. */
final class ContentCheck {

  private static final String TERM = "/data/term";

  private final EventCatalogue catalogue;
  private final DataCheck schemas;

  ContentCheck(EventCatalogue catalogue, DataCheck schemas) {
    this.catalogue = catalogue;
    this.schemas = schemas;
  }

  /** The data as an object, without null members; empty where it is none. */
  static Optional<Map<String, Object>> object(@Nullable Object data, Faults faults) {
    if (!(data instanceof Map<?, ?> members)) {
      faults.invalid("/data", data == null ? "is missing" : "must be an object");
      return Optional.empty();
    }
    Map<String, Object> object = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            object.put(Objects.toString(name), value);
          }
        });
    return Optional.of(object);
  }

  /** The data with its identifiers in their normal form; meaningless where a fault was added. */
  Map<String, Object> check(KnownType type, Map<String, Object> sent, Faults faults) {
    var before = faults.count();
    StorableCheck.check(sent, "/data", faults);
    if (faults.count() > before) {
      return sent;
    }
    var data = DataIdentifiers.normal(type.type(), sent, faults);
    var named = faults.pointers();
    schemas.violations(type, data).stream()
        .filter(fault -> !named.contains("/data" + fault.pointer()))
        .forEach(fault -> faults.invalid("/data" + fault.pointer(), fault.message()));
    if (data.get("facts") instanceof Map<?, ?> facts) {
      facts.forEach((name, value) -> checkFact(String.valueOf(name), value, faults));
    }
    if (type.type().equals(BuiltInTypes.EXTENSION_APPROVED)) {
      checkExtension(data, faults);
    }
    if (data.get("term") instanceof String term && catalogue.terms().isTermOf(type.type())) {
      checkTerm(type.type(), term, faults);
    }
    return data;
  }

  /**
   * What a period may be that was decided is known of the type, if not which rule will hold. What
   * the schema refuses is refused once.
   */
  private void checkTerm(String type, String term, Faults faults) {
    if (faults.pointers().contains(TERM)) {
      return;
    }
    try {
      if (!catalogue.terms().allows(type, term)) {
        faults.invalid(TERM, "is shorter or longer than any rule allows");
      }
    } catch (IllegalArgumentException e) {
      faults.invalid(TERM, "must be an ISO 8601 period of one unit, such as P10D");
    }
  }

  private void checkFact(String name, @Nullable Object value, Faults faults) {
    var pointer = "/data/facts" + StorableCheck.pointer(name);
    catalogue
        .fact(name)
        .ifPresentOrElse(
            fact -> {
              if (value == null || !fact.values().contains(value)) {
                var allowed = new TreeSet<>(fact.values().stream().map(Object::toString).toList());
                faults.invalid(pointer, "must be one of " + String.join(", ", allowed));
              }
            },
            () -> faults.invalid(pointer, "no rule pack declares this fact"));
  }

  private void checkExtension(Map<String, Object> data, Faults faults) {
    if (data.get("rule") instanceof String rule && !catalogue.knowsRule(rule)) {
      faults.invalid("/data/rule", "no rule pack has a rule of this id");
    }
    if (data.get("level") instanceof String level && !catalogue.knowsLevel(level)) {
      faults.invalid("/data/level", "no rule pack has a level of this id");
    }
    if (data.get("adds") instanceof String adds && !isPeriod(adds)) {
      faults.invalid("/data/adds", "must be an ISO 8601 period of one unit, such as P30D");
    }
  }

  private static boolean isPeriod(String text) {
    try {
      return Term.ofIso(text, Term.Unit.CALENDAR_DAYS).amount() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
