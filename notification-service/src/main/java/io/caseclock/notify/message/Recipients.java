package io.caseclock.notify.message;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a step of the loop, where the step itself names the next one to act. An empty
 * answer is a gap in the directory, never a decision to stay silent.
 */
public final class Recipients {

  private final RoleHolders holders;
  private final InstantSource clock;

  public Recipients(RoleHolders holders, InstantSource clock) {
    this.holders = holders;
    this.clock = clock;
  }

  /** The responsible officer; where none is named, known or there, whoever stands in. */
  public List<Recipient> ofWarning(String unit, @Nullable String officer) {
    return holders
        .responsible(officer, clock.instant())
        .map(List::of)
        .orElseGet(() -> standIns(unit));
  }

  /** Those who review: the legal officers of the unit, or of the nearest unit above. */
  public List<Recipient> reviewers(String unit) {
    return holders.of("legal-officer", unit, null, clock.instant());
  }

  /** The legal officers and the supervisors of the unit, or of the nearest units above. */
  public List<Recipient> ofFinding(String unit) {
    var now = clock.instant();
    Map<String, Recipient> told = new LinkedHashMap<>();
    for (var role : List.of("legal-officer", "supervisor")) {
      holders.of(role, unit, null, now).forEach(one -> told.putIfAbsent(one.person(), one));
    }
    return List.copyOf(told.values());
  }

  private List<Recipient> standIns(String unit) {
    var now = clock.instant();
    for (var role : List.of("unit-head", "legal-officer", "supervisor")) {
      var found = holders.of(role, unit, null, now);
      if (!found.isEmpty()) {
        return found.stream()
            .map(one -> new Recipient(one.person(), one.unit(), RecipientReason.NO_KNOWN_OFFICER))
            .toList();
      }
    }
    return List.of();
  }
}
