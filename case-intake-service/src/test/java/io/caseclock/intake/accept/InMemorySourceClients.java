package io.caseclock.intake.accept;

import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.intake.source.SourcePattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registrations without a database, without a history and without limits. */
final class InMemorySourceClients implements SourceClients {

  private final List<Registration> registrations = new ArrayList<>();

  @Override
  public List<Registration> of(String client) {
    return registrations.stream().filter(each -> each.client().equals(client)).toList();
  }

  @Override
  public List<Registration> all() {
    return List.copyOf(registrations);
  }

  @Override
  public Map<String, SetLimits> limits(LocalDate day) {
    return Map.of();
  }

  @Override
  public Map<String, Long> ownRates() {
    return Map.of();
  }

  @Override
  public void forgetDaysBefore(LocalDate day, int most) {}

  @Override
  public void replace(
      String client, Set<SourcePattern> sources, ClientLimits limits, String by, Instant at) {
    registrations.removeIf(each -> each.client().equals(client));
    sources.forEach(source -> registrations.add(new Registration(client, source, by, at)));
  }
}
