package io.caseclock.bench.console;

import io.caseclock.bench.statistics.Bureau;
import io.caseclock.local.secret.LocalSecrets;
import io.caseclock.local.secret.LocalUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who looks at the pages. */
enum Visitor {
  /** Sees the whole bureau. */
  SUPERVISOR(Bureau.ROOT, LocalUnits.SUPERVISOR),
  /** Serves in the busiest of the stations. */
  OFFICER(Bureau.station(0), "XP000000"),
  /** Keeps the installation; is no officer. */
  ADMINISTRATOR(Bureau.ROOT, null);

  private final String unit;
  private final @Nullable String officer;

  Visitor(String unit, @Nullable String officer) {
    this.unit = unit;
    this.officer = officer;
  }

  String account() {
    return name().toLowerCase(Locale.ROOT);
  }

  String unit() {
    return unit;
  }

  /** The officer in the directory that the visitor is; empty for whoever is none. */
  String officer() {
    return Objects.requireNonNullElse(officer, "");
  }

  /** Makes the visitors the built-in users of a stack that was never started. */
  static void in(Path secrets) throws IOException {
    var passwords = LocalSecrets.in(secrets);
    var users =
        Arrays.stream(values())
            .map(visitor -> visitor.json(visitor.password(passwords)))
            .collect(Collectors.joining(",", "[", "]"));
    Files.writeString(secrets.resolve("users.json"), users);
  }

  String password(LocalSecrets secrets) {
    return secrets.password("visitor-" + account());
  }

  private String json(String password) {
    return """
    {"username": "%1$s", "password": "%2$s", "role": "%1$s", "unit": "%3$s", "name": "示例"%4$s}
    """
        .formatted(
            account(), password, unit, officer == null ? "" : ", \"officer\": \"" + officer + "\"");
  }
}
