package io.caseclock.intake.accept;

import io.caseclock.attribute.Moment;
import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads news of the directory from data that has passed its schema. */
final class DirectoryNews {

  /** The farthest end of an absence, as seen from now. */
  static final Duration FARTHEST_RETURN = Duration.ofDays(3660);

  private DirectoryNews() {}

  /** Null for every other type, and where a fault was added. */
  static @Nullable DirectoryEvent of(
      EventAttributes attributes, Map<String, Object> data, Instant now, Faults faults) {
    var id = attributes.subject().id();
    return switch (attributes.type()) {
      case BuiltInTypes.UNIT_REGISTERED -> unit(id, data);
      case BuiltInTypes.OFFICER_ASSIGNED -> officer(id, data, attributes.occurredAt());
      case BuiltInTypes.OFFICER_AWAY -> away(id, data, now, faults);
      default -> null;
    };
  }

  private static UnitRegistered unit(String id, Map<String, Object> data) {
    var names = (Map<?, ?>) Objects.requireNonNull(data.get("names"));
    return new UnitRegistered(
        id,
        data.get("parent") instanceof String parent ? parent : null,
        new Names(String.valueOf(names.get("zh")), String.valueOf(names.get("en"))),
        String.valueOf(data.get("kind")));
  }

  private static OfficerAssigned officer(String id, Map<String, Object> data, Instant since) {
    var roles = (List<?>) Objects.requireNonNull(data.get("roles"));
    return new OfficerAssigned(
        id,
        String.valueOf(data.get("name")),
        String.valueOf(data.get("unit")),
        roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()),
        contacts(data.get("contacts")),
        since);
  }

  private static Map<String, String> contacts(@Nullable Object stated) {
    Map<String, String> contacts = new TreeMap<>();
    if (stated instanceof Map<?, ?> members) {
      members.forEach((kind, value) -> contacts.put(String.valueOf(kind), String.valueOf(value)));
    }
    return contacts;
  }

  private static @Nullable OfficerAway away(
      String id, Map<String, Object> data, Instant now, Faults faults) {
    var from = faults.take(Moment.read(String.valueOf(data.get("from"))), "/data/from");
    var until = faults.take(Moment.read(String.valueOf(data.get("until"))), "/data/until");
    var substitute = data.get("substitute") instanceof String text ? text : null;
    if (id.equals(substitute)) {
      faults.invalid("/data/substitute", "is the officer who is away");
    }
    if (from != null && until != null && !until.isAfter(from)) {
      faults.invalid("/data/until", "must lie after from");
    }
    if (until != null && until.isAfter(now.plus(FARTHEST_RETURN))) {
      faults.invalid("/data/until", "lies more than ten years in the future");
    }
    if (from == null || until == null || !faults.isEmpty()) {
      return null;
    }
    return new OfficerAway(
        id,
        String.valueOf(data.get("absence")),
        from,
        until,
        substitute,
        Boolean.TRUE.equals(data.get("cancelled")));
  }
}
