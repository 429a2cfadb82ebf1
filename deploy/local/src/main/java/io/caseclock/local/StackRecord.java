package io.caseclock.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.embedded.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a launcher leaves in {@code stack.json} for the other commands.
 *
 * @param processes in the order in which they were started
 */
public record StackRecord(State state, Entry launcher, List<Entry> processes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How far the launcher is. */
  public enum State {
    STARTING,
    READY,
    STOPPING
  }

  /**
   * One process. A process number alone may belong to somebody else by now, therefore the start.
   *
   * @param startedAtMillis when the system says it began, in milliseconds since 1970; 0 if unknown
   * @param port where it listens; 0 for none
   */
  public record Entry(String name, long pid, long startedAtMillis, int port) {

    private static final String BROKER = "kafka";
    private static final Duration CLOCK_NOISE = Duration.ofSeconds(2);

    /**
     * Describes a broker.
     *
     * @param number counted from 1
     */
    static Entry broker(int number, ProcessHandle process, int port) {
      return of(number == 1 ? BROKER : BROKER + "-" + number, process, port);
    }

    static Entry of(String name, ProcessHandle process, int port) {
      return new Entry(name, process.pid(), startOf(process), port);
    }

    /** Returns whether it is a broker; no getter, which would be written. */
    public boolean runsKafka() {
      return name.equals(BROKER) || name.startsWith(BROKER + "-");
    }

    /** Returns the process if it still runs and is the one that was meant. */
    public Optional<ProcessHandle> running() {
      return ProcessHandle.of(pid).filter(RunningProcess::isRunning).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
      return Math.abs(startOf(process) - startedAtMillis) <= CLOCK_NOISE.toMillis();
    }

    private static long startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  public StackRecord {
    processes = List.copyOf(processes);
  }

  public static Optional<StackRecord> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), StackRecord.class));
    } catch (IOException e) {
      return Optional.empty(); // absent, or cut off by a full disk: as good as absent
    }
  }

  void write(Path file) {
    try {
      var half = file.resolveSibling(file.getFileName() + ".half");
      Files.writeString(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record cannot be written", e);
    } catch (IOException e) {
      throw new StackException("The file " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  public Optional<Entry> process(String name) {
    return processes.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** Returns whether anything that stands here still runs. */
  public boolean hasRunning() {
    return launcher.running().isPresent()
        || processes.stream().anyMatch(entry -> entry.running().isPresent());
  }
}
