package io.caseclock.notify.console.route;

import io.caseclock.access.Caller;
import io.caseclock.notify.routing.ChangePolicy;
import io.caseclock.notify.routing.ChangePolicy.Change;
import io.caseclock.notify.routing.ChangePolicy.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** A change of a policy, committed before a page is shown again. */
@ApplicationScoped
public class PolicyActions {

  private final ChangePolicy change;
  private final InstantSource clock;

  @Inject
  PolicyActions(ChangePolicy change, InstantSource clock) {
    this.change = change;
    this.clock = clock;
  }

  @Transactional
  public Optional<Refused> put(Change asked, Caller caller) {
    return change.put(asked, caller, clock.instant());
  }
}
