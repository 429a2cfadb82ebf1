package io.caseclock.notify.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a step of the loop, where the step itself names the next one to act. An empty
 * answer is a gap in the directory, never a decision to stay silent. Asked is who it is at an
 * instant, the same for all of a batch, so that the directory is asked once.
 */
public final class Recipients {

  private final RoleHolders holders;

  public Recipients(RoleHolders holders) {
    this.holders = holders;
  }

  /** The responsible officer; where none is named, known or there, whoever stands in. */
  public List<Recipient> ofWarning(String unit, @Nullable String officer, Instant at) {
    return holders.responsible(officer, at).map(List::of).orElseGet(() -> standIns(unit, at));
  }

  /** Those who review: the legal officers of the unit, or of the nearest unit above. */
  public List<Recipient> reviewers(String unit, Instant at) {
    return holders.of("legal-officer", unit, null, at);
  }

  /** The legal officers and the supervisors of the unit, or of the nearest units above. */
  public List<Recipient> ofFinding(String unit, Instant at) {
    Map<String, Recipient> told = new LinkedHashMap<>();
    for (var role : List.of("legal-officer", "supervisor")) {
      holders.of(role, unit, null, at).forEach(one -> told.putIfAbsent(one.person(), one));
    }
    return List.copyOf(told.values());
  }

  private List<Recipient> standIns(String unit, Instant at) {
    for (var role : List.of("unit-head", "legal-officer", "supervisor")) {
      var found = holders.of(role, unit, null, at);
      if (!found.isEmpty()) {
        return found.stream()
            .map(one -> new Recipient(one.person(), one.unit(), RecipientReason.NO_KNOWN_OFFICER))
            .toList();
      }
    }
    return List.of();
  }
}
