package io.caseclock.monitor.wiring;

import io.caseclock.wiring.Every;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the deadline monitor. */
@ConfigMapping(prefix = "caseclock")
public interface MonitorConfig {

  /** The rule packs in force: ids of shipped packs, or folders. */
  @WithDefault("cn-public-security")
  List<String> packs();

  /** Where people reach the console; links in calendars begin with it. */
  @WithDefault("http://localhost:8080")
  URI consoleUrl();

  Sweep sweep();

  Law law();

  Audit audit();

  Lists lists();

  Impact impact();

  Limits limits();

  Statistics statistics();

  Restricted restricted();

  /** Cases that not everybody of their units may see. */
  interface Restricted {

    /** How many there may be at the same time; each question of an officer looks at all of them. */
    @WithDefault("2000")
    @Min(1)
    @Max(20000)
    int mostCases();

    /** How long one stays open to somebody who opened it in need. */
    @WithDefault("4h")
    Duration accessLasts();
  }

  Retention retention();

  /** How long what is known of a case is kept. */
  interface Retention {

    /** Contents of events, after their case has come to rest; absent for ever. */
    Optional<Duration> timelines();
  }

  Closing closing();

  /** Telling the numbers of periods that are over. */
  interface Closing {

    /** How often to look whether the time of one has come. */
    @WithDefault("30s")
    @WithConverter(Every.class)
    String every();
  }

  /** Adding up what was counted. */
  interface Statistics {

    /** How often; what is not added up yet is counted all the same. */
    @WithDefault("5s")
    @WithConverter(Every.class)
    String addUpEvery();
  }

  Prediction prediction();

  /** What is likely to be missed. */
  interface Prediction {

    /** How often to look what is to be learned, predicted and told. */
    @WithDefault("5m")
    @WithConverter(Every.class)
    String every();
  }

  /** What the evaluation of one case may cost; one beyond it is set aside. */
  interface Limits {

    /** How many events one evaluation reads. */
    @WithDefault("20000")
    int events();

    /** How many deadlines may follow from them. */
    @WithDefault("20000")
    int deadlines();

    /** How many spans, approvals and restarts are taken into account, over all deadlines. */
    @WithDefault("200000")
    int steps();

    /** How many faults in the data are kept, over all deadlines. */
    @WithDefault("20000")
    int findings();

    /** How many approvals without effect each deadline keeps; the others are counted. */
    @WithDefault("20")
    int refused();

    /** How many lines the traces have together that one question asks for. */
    @WithDefault("50000")
    int lines();

    /** How often one event may be held against another. */
    @WithDefault("50000000")
    long comparisons();
  }

  /** Comparing a candidate pack with the one in force. */
  interface Impact {

    /** After how long a comparison is ended. */
    @WithDefault("60s")
    Duration longest();

    /** After how long one is ended that goes on by itself, with its progress told. */
    @WithDefault("10m")
    Duration longestRun();
  }

  /** Moving what is open to a new law. */
  interface Law {

    /** How often to look whether anything rests on an older version. */
    @WithDefault("60s")
    @WithConverter(Every.class)
    String every();
  }

  /** The nightly proof. */
  interface Audit {

    /** When it runs, as a Quartz expression in the machine's zone; {@code off} for never. */
    @WithDefault("0 30 3 * * ?")
    @WithConverter(Cron.class)
    String cron();
  }

  /** Freezing the lists for the meetings. */
  interface Lists {

    /** How often to look whether the set time of a meeting has come. */
    @WithDefault("60s")
    @WithConverter(Every.class)
    String every();
  }

  /** The sweep over due deadlines. */
  interface Sweep {

    /** How long to wait at most where no alarm is known to be due before; more than 50 ms. */
    @WithDefault("1s")
    Duration every();

    /**
     * How long alarms wait for a case to come to rest after its newest event, where its source has
     * not sent enough to tell.
     */
    @WithDefault("30s")
    Duration settle();

    /** The shortest such wait, however promptly a source sends. */
    @WithDefault("5s")
    Duration settleShortest();

    /** The longest such wait, and how long an alarm waits for however many events. */
    @WithDefault("1h")
    Duration settleLongest();

    /** How often replicas exchange what they learned of the sources. */
    @WithDefault("60s")
    @WithConverter(Every.class)
    String learnEvery();

    /** How many deadlines one transaction takes. */
    @WithDefault("500")
    @Min(1)
    int batchSize();

    /** How many transactions at the same time where much is due. */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int workers();
  }
}
