package io.caseclock.monitor;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of a test: stands still until it is moved. */
@Mock
@Singleton
public class SettableClock implements InstantSource {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T02:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  public void set(String instant) {
    now.set(Instant.parse(instant));
  }

  public void tick(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }
}
