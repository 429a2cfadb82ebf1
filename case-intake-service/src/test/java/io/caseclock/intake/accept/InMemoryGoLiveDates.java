package io.caseclock.intake.accept;

import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.SourcePattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Go-live dates without a database, and without those that ended. */
final class InMemoryGoLiveDates implements GoLiveDates {

  private final List<GoLive> dates = new ArrayList<>();

  @Override
  public List<GoLive> covering(Collection<String> sources) {
    return dates.stream()
        .filter(date -> sources.stream().anyMatch(source -> date.source().covers(source)))
        .toList();
  }

  @Override
  public Optional<GoLive> of(SourcePattern source) {
    return dates.stream().filter(date -> date.source().equals(source)).findFirst();
  }

  @Override
  public void set(SourcePattern source, Instant at, String by, Instant now) {
    end(source, by, now);
    dates.add(new GoLive(source, at, by, now));
  }

  @Override
  public boolean end(SourcePattern source, String by, Instant now) {
    return dates.removeIf(date -> date.source().equals(source));
  }
}
