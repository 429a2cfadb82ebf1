package io.caseclock.intake.key.rest;

import io.caseclock.intake.key.ApiKeys.Held;
import io.caseclock.intake.key.ApiKeys.Opened;
import io.caseclock.intake.key.Fingerprint;
import io.caseclock.intake.key.KeyKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is listed, without any secret.
 *
 * @param kind of what opens it: secret or certificate
 * @param unit the first of its units
 * @param types of events that it may post; empty where all
 * @param formerUntil from when on what opened it before opens nothing, which may have come; null
 *     where it was never rotated
 * @param certificates that open it now; null where secrets do
 */
public record ShownKey(
    String id,
    String kind,
    String client,
    String unit,
    List<String> units,
    Set<String> types,
    String createdBy,
    Instant createdAt,
    @Nullable Instant endsAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant formerUntil,
    @Nullable List<ShownCertificate> certificates) {

  /**
   * A certificate that opens a key.
   *
   * @param validUntil from when on it opens nothing; null where another has not taken its place
   */
  public record ShownCertificate(String fingerprint, @Nullable Instant validUntil) {

    static ShownCertificate of(Held held) {
      return new ShownCertificate(Fingerprint.ofHash(held.hash()).hex(), held.validUntil());
    }
  }

  static ShownKey of(Opened opened, Instant now) {
    var key = opened.key();
    return new ShownKey(
        key.id(),
        key.kind().wire(),
        key.client(),
        key.firstUnit(),
        key.units(),
        key.types(),
        key.createdBy(),
        key.createdAt(),
        key.endsAt(),
        key.lastUsedAt(),
        opened.held().stream()
            .map(Held::validUntil)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        key.kind() == KeyKind.CERTIFICATE ? certificates(opened, now) : null);
  }

  private static List<ShownCertificate> certificates(Opened opened, Instant now) {
    return opened.held().stream()
        .filter(held -> held.holdsAt(now))
        .map(ShownCertificate::of)
        .toList();
  }
}
