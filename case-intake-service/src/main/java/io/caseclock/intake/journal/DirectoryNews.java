package io.caseclock.intake.journal;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads news of the directory from data that has passed its schema. */
final class DirectoryNews {

  private DirectoryNews() {}

  /** Null for every other type. */
  static @Nullable DirectoryEvent of(String type, Subject subject, Map<String, Object> data) {
    return switch (type) {
      case BuiltInTypes.UNIT_REGISTERED -> unit(subject.id(), data);
      case BuiltInTypes.OFFICER_ASSIGNED -> officer(subject.id(), data);
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

  private static OfficerAssigned officer(String id, Map<String, Object> data) {
    var roles = (List<?>) Objects.requireNonNull(data.get("roles"));
    return new OfficerAssigned(
        id,
        String.valueOf(data.get("name")),
        String.valueOf(data.get("unit")),
        roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()));
  }
}
