package io.caseclock.intake.key.rest;

import io.caseclock.attribute.Moment;
import io.caseclock.attribute.Reading;
import io.caseclock.intake.key.Fingerprint;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a new key is to open.
 *
 * @param units that it may act in, one at a time
 * @param types empty where all types of events
 * @param certificate that is to open it; null where a secret is
 */
record ApiKeyRequest(
    String client,
    AskedUnits units,
    Set<String> types,
    @Nullable Instant endsAt,
    @Nullable Fingerprint certificate) {

  private static final int MOST_TYPES = 200;
  private static final Pattern CLIENT = Pattern.compile("[!-~]{1,250}");

  /**
   * Reads {@code {"client": "old-system", "unit": "9901", "types": ["case-filed"], "endsAt": "…"}};
   * {@code unit} may be a list, and the last two may be absent. Beside them may stand a
   * certificate, or its fingerprint.
   */
  static ApiKeyRequest read(byte[] body, Instant now, Predicate<String> isType) {
    var members = StrictJson.object(body);
    var faults =
        RequestFaults.unknown(
            members,
            List.of(
                "client",
                "unit",
                "types",
                "endsAt",
                NamedCertificate.CERTIFICATE,
                NamedCertificate.FINGERPRINT));
    var client = client(members.get("client"), faults);
    var units = AskedUnits.read(members.get("unit"), faults);
    var types = types(members, isType, faults);
    var endsAt = endsAt(members, now, faults);
    var certificate = NamedCertificate.read(members, now, faults);
    if (client == null || units == null || !faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new ApiKeyRequest(client, units, types, endsAt, certificate);
  }

  private static @Nullable String client(@Nullable Object text, List<Violation> faults) {
    if (text instanceof String client && CLIENT.matcher(client).matches()) {
      return client;
    }
    faults.add(new Violation("/client", "must be a name of 1 to 250 ASCII characters"));
    return null;
  }

  private static Set<String> types(
      Map<String, Object> members, Predicate<String> isType, List<Violation> faults) {
    Set<String> types = new LinkedHashSet<>();
    if (!members.containsKey("types")) {
      return types;
    }
    if (!(members.get("types") instanceof List<?> texts)
        || texts.isEmpty()
        || texts.size() > MOST_TYPES) {
      faults.add(
          new Violation(
              "/types", "must be a list of 1 to " + MOST_TYPES + " types, or absent for all"));
      return types;
    }
    for (var i = 0; i < texts.size(); i++) {
      if (!(texts.get(i) instanceof String type) || !isType.test(type)) {
        faults.add(new Violation("/types/" + i, "must be a type of GET /api/v1/event-types"));
      } else if (!types.add(type)) {
        faults.add(new Violation("/types/" + i, "stands there twice"));
      }
    }
    return types;
  }

  private static @Nullable Instant endsAt(
      Map<String, Object> members, Instant now, List<Violation> faults) {
    if (!members.containsKey("endsAt")) {
      return null;
    }
    var reading =
        members.get("endsAt") instanceof String text
            ? Moment.read(text)
            : Reading.<Instant>refused("must be a time, such as 2026-11-27T00:00:00+08:00");
    var endsAt = RequestFaults.sound(reading, "/endsAt", faults);
    if (endsAt != null && !endsAt.isAfter(now)) {
      faults.add(new Violation("/endsAt", "must lie in the future"));
    }
    return endsAt;
  }
}
