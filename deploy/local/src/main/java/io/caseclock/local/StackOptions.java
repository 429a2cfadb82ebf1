package io.caseclock.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is to be. Made by {@link #in} and the methods that change one thing each.
 *
 * @param repository the directory that holds the built services
 * @param directory where the stack keeps everything
 * @param replicas how many replicas of a service run, where it is more than one; the first has the
 *     port of {@link StackPorts}, the others free ones
 * @param services which services run
 * @param brokers how many brokers of Kafka run; the first has the port of {@link StackPorts}
 * @param environment what every service is told beyond the usual
 * @param fresh whether everything that an earlier stack kept is forgotten first
 * @param durable whether the database waits for the disk, so that it outlives the machine's end
 * @param classArchives where services that end leave their classes for the next start; absent where
 *     they leave none
 */
public record StackOptions(
    Path repository,
    StackDirectory directory,
    StackPorts ports,
    Map<ServiceKind, Integer> replicas,
    Set<ServiceKind> services,
    int brokers,
    Map<String, String> environment,
    boolean fresh,
    boolean durable,
    @Nullable Path classArchives) {

  public StackOptions {
    repository = repository.toAbsolutePath().normalize();
    services = Set.copyOf(services);
    environment = Map.copyOf(environment);
    replicas = Map.copyOf(replicas);
    if (replicas.values().stream().anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException("at least one replica");
    }
    if (brokers < 1) {
      throw new IllegalArgumentException("at least one broker");
    }
  }

  /** Returns the usual stack of a repository: all services on the usual ports. */
  public static StackOptions in(Path repository) {
    return new StackOptions(
        repository,
        new StackDirectory(repository.resolve(".caseclock")),
        StackPorts.USUAL,
        Map.of(),
        EnumSet.allOf(ServiceKind.class),
        1,
        Map.of(),
        false,
        true,
        null);
  }

  /** Returns one that keeps everything in another directory. */
  public StackOptions keptIn(Path directory) {
    return changed(draft -> draft.directory = new StackDirectory(directory));
  }

  /**
   * Returns one whose services were built in another repository, such as those of an older version;
   * an archive of classes would not fit them.
   */
  public StackOptions builtIn(Path repository) {
    return changed(
        draft -> {
          draft.repository = repository;
          draft.classArchives = null;
        });
  }

  /** Returns one on other ports; 0 stands for any free one. */
  public StackOptions on(StackPorts ports) {
    return changed(draft -> draft.ports = ports.chosen());
  }

  /** Returns one with so many replicas of a service. */
  public StackOptions withReplicas(ServiceKind service, int number) {
    var more = new HashMap<>(replicas);
    more.put(service, number);
    return changed(draft -> draft.replicas = more);
  }

  int replicasOf(ServiceKind service) {
    return replicas.getOrDefault(service, 1);
  }

  /** Returns one with so many brokers, each record on three of them where there are so many. */
  public StackOptions withBrokers(int number) {
    return changed(draft -> draft.brokers = number);
  }

  /** Returns one that runs these services only. */
  public StackOptions only(Set<ServiceKind> services) {
    return changed(draft -> draft.services = services);
  }

  /** Returns one whose services are told this too. */
  public StackOptions told(String key, String value) {
    var more = new HashMap<>(environment);
    more.put(key, value);
    return changed(draft -> draft.environment = more);
  }

  /** Returns one that forgets everything first. */
  public StackOptions afresh() {
    return changed(draft -> draft.fresh = true);
  }

  /**
   * Returns one whose services are ready sooner from the second start on, and take some seconds
   * more to end the first time: they leave an archive of their classes.
   */
  public StackOptions withClassArchives() {
    return withClassArchivesIn(directory.classes());
  }

  /** Returns the same with archives that several stacks may start from. */
  public StackOptions withClassArchivesIn(Path folder) {
    return changed(draft -> draft.classArchives = folder);
  }

  /** Returns one whose database survives the end of its processes, but not of the machine. */
  public StackOptions withoutWaitingForTheDisk() {
    return changed(draft -> draft.durable = false);
  }

  /** Returns one whose database waits for the disk, as usual. */
  public StackOptions waitingForTheDisk() {
    return changed(draft -> draft.durable = true);
  }

  private StackOptions changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** What is about to be other options, for as long as one method changes it. */
  private static final class Draft {

    private Path repository;
    private StackDirectory directory;
    private StackPorts ports;
    private Map<ServiceKind, Integer> replicas;
    private Set<ServiceKind> services;
    private int brokers;
    private Map<String, String> environment;
    private boolean fresh;
    private boolean durable;
    private @Nullable Path classArchives;

    Draft(StackOptions options) {
      repository = options.repository;
      directory = options.directory;
      ports = options.ports;
      replicas = options.replicas;
      services = options.services;
      brokers = options.brokers;
      environment = options.environment;
      fresh = options.fresh;
      durable = options.durable;
      classArchives = options.classArchives;
    }

    StackOptions options() {
      return new StackOptions(
          repository,
          directory,
          ports,
          replicas,
          services,
          brokers,
          environment,
          fresh,
          durable,
          classArchives);
    }
  }
}
