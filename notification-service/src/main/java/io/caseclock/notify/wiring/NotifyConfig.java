package io.caseclock.notify.wiring;

import io.caseclock.notify.channel.ChannelSettings;
import io.caseclock.wiring.Every;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Every setting of this service. */
@ConfigMapping(prefix = "caseclock")
public interface NotifyConfig {

  /**
   * The zone of what belongs to no rule pack; where absent, that of the first pack. What belongs to
   * a deadline has the zone of its own pack.
   */
  Optional<@WithConverter(ZoneConverter.class) ZoneId> zone();

  /** Where people reach the console; links in webhooks begin with it. */
  @WithDefault("http://localhost:8080")
  URI consoleUrl();

  Notice notice();

  /** Receivers by name. */
  Map<String, Settings> webhooks();

  /** Group robots, text message gateways and more webhooks, by id. */
  Map<String, ChannelConfig> channels();

  Email email();

  Sending sending();

  Circuit circuit();

  Inbox inbox();

  /** Rule packs: ids of shipped ones, or folders; the first that has a policy gives it. */
  @WithDefault("cn-public-security")
  List<String> packs();

  Pipeline pipeline();

  Escalation escalation();

  Tasks tasks();

  Retention retention();

  Monitor monitor();

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

  /** What is set for one channel or webhook. */
  interface Settings extends ChannelSettings {

    /** For robots it holds a key: from the environment. */
    @Override
    Optional<URI> url();

    /** Key of the signature; from the environment. */
    @Override
    Optional<String> secret();

    @Override
    Optional<Set<String>> units();

    @Override
    @WithDefault("false")
    boolean allowPrivate();

    @Override
    OptionalInt perMinute();

    /** Text messages only: the request's body with {to}, {text} and so on. */
    @Override
    Optional<String> template();

    /** Text messages only: JSON, a form or XML. */
    @Override
    @WithDefault("application/json")
    String contentType();

    /** Text messages only: more headers, such as an API key; from the environment. */
    @Override
    Map<String, String> headers();

    @Override
    Optional<Set<Integer>> expectedStatus();

    @Override
    Optional<String> successPattern();
  }

  /** One channel. */
  interface ChannelConfig extends Settings {
    /** The word of its kind. */
    String kind();
  }

  /** E-mail, by the server of {@code quarkus.mailer}. */
  interface Email {
    @WithDefault("false")
    boolean enabled();

    /** The sender's address. */
    Optional<String> from();
  }

  /** When a channel that keeps failing is left alone, and for how long. */
  interface Circuit {
    /** So many failures in a row. */
    @WithDefault("5")
    int failures();

    @WithDefault("1m")
    Duration firstPause();

    @WithDefault("30m")
    Duration longestPause();
  }

  /** How deliveries are sent, by any channel. */
  interface Sending {
    @WithDefault("1s")
    @WithConverter(Every.class)
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

    /** On a channel that works otherwise. */
    @WithDefault("20")
    int attempts();

    /** For how long a delivery waits for a channel that does not work. */
    @WithDefault("7d")
    Duration keep();
  }

  /** How messages become messages. */
  interface Pipeline {
    /** How long to wait at most where no mailbox is known to be ready before; more than 50 ms. */
    @WithDefault("1s")
    Duration every();

    /** Mailboxes of one transaction. */
    @WithDefault("50")
    int mailboxes();

    /** How long the first message waits for others of its unit. */
    @WithDefault("10s")
    Duration groupWindow();

    /** The same for what is critical. */
    @WithDefault("2s")
    Duration criticalGroupWindow();

    /** When the working day starts: what is not critical waits for it. */
    @WithDefault("08:30")
    LocalTime workingDayStart();

    /** When to look again at a channel that fails. */
    @WithDefault("1m")
    Duration circuitPause();

    /**
     * Groups of messages that one recipient may get in an hour: {@code in-app}, or as the kind of
     * channel names its budget ({@code email}, {@code sms}, {@code group} for robots, {@code
     * webhook}); the kind's own where absent.
     */
    Map<String, Integer> budget();
  }

  /** How escalations go on. */
  interface Escalation {
    @WithDefault("5s")
    @WithConverter(Every.class)
    String every();

    /** Escalations of one transaction. */
    @WithDefault("100")
    int batch();
  }

  /** Call-backs, reviews and the like. */
  interface Tasks {
    /** In how many different hours somebody tries before a task may be closed without answers. */
    @WithDefault("3")
    int tries();
  }

  /** How long is kept what is of cases. */
  interface Retention {
    /**
     * Files of evidence, after the last thing that happened to a case; at least 184 days, where
     * absent for ever.
     */
    Optional<Duration> evidence();

    /** Texts of messages, with what was sent and to which addresses, likewise. */
    Optional<Duration> messages();
  }

  /** The live inbox. */
  interface Inbox {
    @WithDefault("1s")
    @WithConverter(Every.class)
    String pollEvery();
  }

  /** The monitor, which the console shows and whose corrections bulletins tell. */
  interface Monitor {
    /**
     * Where it is reached; where absent, bulletins say that corrections are not known, and pages
     * that what the monitor knows cannot be shown.
     */
    Optional<URI> url();

    /** For the whole answer. */
    @WithDefault("3s")
    Duration timeout();

    /** Until a file begins to come. */
    @WithDefault("60s")
    Duration downloadTimeout();
  }

  /** Built-in users; in the local stack only. */
  interface Local {
    /**
     * PEM of the key that signs the local stack's tokens; named here so that production refuses.
     */
    Optional<Path> privateKeyFile();

    /** JSON list of accounts. */
    Optional<Path> usersFile();
  }
}
