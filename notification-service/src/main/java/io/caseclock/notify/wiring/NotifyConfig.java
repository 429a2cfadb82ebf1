package io.caseclock.notify.wiring;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting of this service. */
@ConfigMapping(prefix = "caseclock")
public interface NotifyConfig {

  /** The legal zone: due instants are shown, and years of numbers counted, in it. */
  @WithDefault("Asia/Shanghai")
  ZoneId zone();

  /** Where people reach the console; links in webhooks begin with it. */
  @WithDefault("http://localhost:8080")
  URI consoleUrl();

  Notice notice();

  /** Receivers by name. */
  Map<String, Webhook> webhooks();

  WebhookSending webhookSending();

  Inbox inbox();

  Local local();

  /** Rectification notices. */
  interface Notice {
    /** {@code {unit}}, {@code {unitName}}, {@code {year}} and {@code {number}} are filled in. */
    @WithDefault("{unitName}整改〔{year}〕{number}号")
    String numberPattern();

    /** The same for supervision orders, counted in the unit that issues them. */
    @WithDefault("{unitName}督办〔{year}〕{number}号")
    String orderNumberPattern();

    /** How many days off the responsible officer may plan; a supervisor may go further. */
    @WithDefault("30")
    int longestPlanDays();

    /**
     * The largest file taken as evidence; {@code quarkus.http.limits.max-body-size} is above it.
     */
    @WithDefault("10M")
    MemorySize evidenceSize();

    /** All evidence of one notice together. */
    @WithDefault("50M")
    MemorySize evidenceTotal();

    /**
     * A TrueType font with Chinese characters for PDF; well-known places are searched if absent.
     */
    Optional<Path> font();
  }

  /** One receiver. */
  interface Webhook {
    URI url();

    /** Key of the signature; from the environment. */
    String secret();

    /** Only these units and all below them; every unit where absent. */
    Optional<Set<String>> units();
  }

  /** How webhooks are sent. */
  interface WebhookSending {
    @WithDefault("1s")
    String every();

    @WithDefault("50")
    int batch();

    @WithDefault("60s")
    Duration lease();

    @WithDefault("3s")
    Duration connectTimeout();

    @WithDefault("10s")
    Duration timeout();

    @WithDefault("5s")
    Duration firstPause();

    @WithDefault("30m")
    Duration longestPause();

    @WithDefault("20")
    int attempts();
  }

  /** The live inbox. */
  interface Inbox {
    @WithDefault("1s")
    String pollEvery();
  }

  /** Built-in users; in the local stack only. */
  interface Local {
    /** PEM of the key that signs the local stack's tokens. */
    Optional<Path> privateKeyFile();

    /** JSON list of accounts. */
    Optional<Path> usersFile();
  }
}
