package io.caseclock.intake.key.rest;

import io.caseclock.intake.key.Fingerprint;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to open a key from now on.
 *
 * @param overlap how long what opens it now still does
 * @param certificate the next one; null where a secret is to be made
 */
record RotationRequest(Duration overlap, @Nullable Fingerprint certificate) {

  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
  private static final Duration USUAL_OVERLAP = Duration.ofDays(7);
  private static final String OVERLAP = "overlap";

  /**
   * Reads {@code {"overlap": "P7D"}}; seven days where it is absent. Beside it may stand a
   * certificate, or its fingerprint.
   */
  static RotationRequest read(byte[] body, Instant now) {
    var members = StrictJson.object(body);
    var faults =
        RequestFaults.unknown(
            members, List.of(OVERLAP, NamedCertificate.CERTIFICATE, NamedCertificate.FINGERPRINT));
    var overlap = members.containsKey(OVERLAP) ? duration(members.get(OVERLAP)) : USUAL_OVERLAP;
    if (overlap == null || overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      faults.add(
          new Violation(
              "/" + OVERLAP, "must be a time of 0 to 30 days in ISO 8601, such as PT0S or P7D"));
    }
    var certificate = NamedCertificate.read(members, now, faults);
    if (overlap == null || !faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new RotationRequest(overlap, certificate);
  }

  private static @Nullable Duration duration(@Nullable Object text) {
    try {
      return text instanceof String written ? Duration.parse(written) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
