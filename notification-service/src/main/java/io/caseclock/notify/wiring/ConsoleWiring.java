package io.caseclock.notify.wiring;

import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the pages need beside what they show. */
public class ConsoleWiring {

  @Produces
  @Singleton
  PageTime pageTime(RulePacks packs) {
    return new PageTime(packs.usualZone());
  }

  @Produces
  @Singleton
  PackNames packNames(PacksInForce packs) {
    return PackNames.of(packs.packs());
  }
}
