package io.caseclock.e2e;

import io.caseclock.local.LocalStack;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalUnits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Those who ask: each has one token, signed when they first come, and shows it again. */
final class Bearers {

  private final LocalStack stack;
  private final Map<Bearer, String> tokens = new ConcurrentHashMap<>();

  Bearers(LocalStack stack) {
    this.stack = stack;
  }

  private record Bearer(LocalRole role, String unit, @Nullable String officer) {}

  String token(LocalRole role) {
    return token(role, LocalUnits.ROOT, null);
  }

  String token(LocalRole role, String unit, @Nullable String officer) {
    return tokens.computeIfAbsent(
        new Bearer(role, unit, officer), it -> stack.token(it.role(), it.unit(), it.officer()));
  }
}
