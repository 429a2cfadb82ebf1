package io.caseclock.local;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.EmbeddedServerException;
import io.caseclock.embedded.FileTree;
import io.caseclock.embedded.FreePort;
import io.caseclock.embedded.KafkaBrokerProcess;
import io.caseclock.embedded.KafkaCluster;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import io.caseclock.local.secret.LocalUnits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A running stack: PostgreSQL and Kafka, then the services, each a process of its own that may be
 * killed and started again while the others go on. {@link #close()} stops all of it.
 */
public final class LocalStack implements AutoCloseable {

  private final StackOptions options;
  private final ProgressListener progress;
  private final StackLock lock;
  private final Object starting = new Object();
  private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
  private final AtomicInteger added = new AtomicInteger();
  private volatile @Nullable LocalSecrets secrets;
  private volatile @Nullable EmbeddedPostgresServer postgres;
  private volatile @Nullable KafkaCluster kafka;
  private volatile boolean stopping; // by whoever closes, read by the watchers of processes

  private LocalStack(StackOptions options, ProgressListener progress, StackLock lock) {
    this.options = options;
    this.progress = progress;
    this.lock = lock;
  }

  /**
   * Returns a stack that is not started yet and already holds its directory, so that whoever may be
   * interrupted can close it at any moment.
   */
  public static LocalStack prepare(StackOptions options, ProgressListener progress) {
    options.services().forEach(service -> checkBuilt(service, options.repository()));
    options.directory().create();
    return new LocalStack(options, progress, StackLock.take(options.directory()));
  }

  /** Starts a stack and returns once every service is ready; nothing is left when it fails. */
  public static LocalStack start(StackOptions options, ProgressListener progress) {
    var stack = prepare(options, progress);
    stack.start();
    stack.announceReady();
    return stack;
  }

  /**
   * Starts everything and returns once every service is ready; closes all of it when that fails.
   */
  public void start() {
    try {
      startAll();
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e instanceof EmbeddedServerException server ? explained(server) : e;
    }
  }

  /**
   * Lets the other commands see that the stack may be used now; closes all of it where a service
   * has ended since it was ready, or does not answer on its port.
   */
  public void announceReady() {
    try {
      services.forEach(ServiceProcess::checkAtWork);
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e;
    }
    write(StackRecord.State.READY);
  }

  public boolean isStopping() {
    return stopping;
  }

  public EmbeddedPostgresServer postgres() {
    return Objects.requireNonNull(postgres, "not started");
  }

  /** Returns Kafka's broker; of several the first. */
  public KafkaBrokerProcess kafka() {
    return brokers().broker(1);
  }

  /** Returns all brokers of Kafka, which most stacks have one of. */
  public KafkaCluster brokers() {
    return Objects.requireNonNull(kafka, "not started");
  }

  /** Returns the service; of its replicas the first. */
  public ServiceProcess service(ServiceKind kind) {
    return service(kind.schema());
  }

  /** Returns a replica of a service, counted from 1. */
  public ServiceProcess replica(ServiceKind kind, int number) {
    return service(name(kind, number));
  }

  /** Returns all replicas of a service, those first that were started first. */
  public List<ServiceProcess> replicas(ServiceKind kind) {
    return services.stream()
        .filter(service -> (service.name() + "-").startsWith(kind.schema() + "-"))
        .toList();
  }

  /**
   * Starts one more replica of a service, as it was built in that repository, and returns once it
   * is ready. It has the service's usual port where no other replica has it, and a log of its own.
   */
  public ServiceProcess add(ServiceKind kind, Path repository) {
    checkBuilt(kind, repository);
    ServiceProcess replica;
    synchronized (starting) {
      checkNotStopping();
      var number = 1;
      while (has(name(kind, number))) {
        number++;
      }
      var log = "%s-added-%d".formatted(kind.schema(), added.incrementAndGet());
      replica =
          processes()
              .of(kind, name(kind, number), port(kind, number), repository)
              .loggingTo(options.directory().log(log));
      services.add(replica);
      replica.start();
      write(StackRecord.State.READY);
    }
    replica.awaitReady();
    return replica;
  }

  /** Asks a replica to end, and forgets it. */
  public void remove(ServiceProcess replica) {
    replica.stop();
    services.remove(replica);
    write(StackRecord.State.READY);
  }

  public List<ServiceProcess> services() {
    return List.copyOf(services);
  }

  public URI consoleUrl() {
    return url(options.ports().console());
  }

  public URI intakeUrl() {
    return url(options.ports().intake());
  }

  /** Returns the address of the monitor's first replica; the others have a process of their own. */
  public URI monitorUrl() {
    return url(options.ports().monitor());
  }

  public LocalSecrets secrets() {
    return Objects.requireNonNull(secrets, "not started");
  }

  /** Returns a bearer token for the whole sub-bureau. */
  public String token(LocalRole role) {
    return token(role, LocalUnits.ROOT, null);
  }

  public String token(LocalRole role, String unit, @Nullable String officer) {
    return secrets().tokens().issue(role.claim(), role, unit, officer);
  }

  public StackClock clock() {
    return new StackClock(options.directory().clockOffset(), InstantSource.system());
  }

  public StackOptions options() {
    return options;
  }

  /** Tells the watcher the name and the last log lines of every process that ends by itself. */
  public void watch(BiConsumer<String, String> watcher) {
    for (var service : services) {
      service.handle().ifPresent(h -> watch(h, service.name(), service.log(), watcher));
    }
    for (var broker : brokers().brokers()) {
      watch(broker.handle(), "kafka", broker.log(), watcher);
    }
    watch(postgres().postmaster(), "postgres", postgres().log(), watcher);
  }

  @Override
  public void close() {
    if (stopping) {
      return;
    }
    stopping = true;
    synchronized (starting) { // what is half started is finished first, and then stopped
      if (secrets != null) {
        write(StackRecord.State.STOPPING);
      }
      ParallelTasks.run(services.stream().<Runnable>map(service -> service::stop).toList());
      keepClasses();
      if (kafka != null) {
        kafka.close();
      }
      if (postgres != null) {
        postgres.close();
      }
      FileTree.delete(options.directory().stackFile());
      lock.close();
    }
  }

  private void keepClasses() {
    var archives = options.classArchives();
    if (archives != null) {
      options.services().forEach(kind -> ClassArchives.in(archives).keep(kind.schema()));
    }
  }

  private void startAll() {
    var began = System.nanoTime();
    synchronized (starting) {
      checkNotStopping();
      startServers();
      began = System.nanoTime();
      launchServices();
    }
    var from = began;
    ParallelTasks.run(
        services.stream().<Runnable>map(service -> () -> await(service, from)).toList());
  }

  private void checkNotStopping() {
    if (stopping) {
      throw new StackException("The stack was stopped while it started.");
    }
  }

  private void startServers() {
    var directory = options.directory();
    OrphanedProcesses.stop(directory, progress);
    if (options.fresh()) {
      directory.clear();
    }
    options.ports().checkFree();
    secrets = LocalSecrets.in(directory.secrets());
    write(StackRecord.State.STARTING);
    ParallelTasks.run(List.of(this::startPostgres, this::startKafka));
  }

  private void startPostgres() {
    var began = System.nanoTime();
    var server =
        EmbeddedPostgresServer.kept(
            options.directory().postgres(),
            options.ports().postgres(),
            secrets().password("postgres-superuser"),
            options.durable());
    postgres = server;
    new ServiceDatabases(server, secrets()).prepare();
    done("PostgreSQL", began, "127.0.0.1:" + server.port());
  }

  private void startKafka() {
    var began = System.nanoTime();
    var cluster =
        KafkaCluster.in(options.directory().kafka(), options.ports().kafka(), options.brokers());
    kafka = cluster.start();
    done("Kafka", began, cluster.bootstrapServers());
  }

  private void launchServices() {
    checkNotStopping();
    for (var kind : ServiceKind.values()) {
      if (options.services().contains(kind)) {
        for (var number = 1; number <= options.replicasOf(kind); number++) {
          services.add(
              processes().of(kind, name(kind, number), port(kind, number), options.repository()));
        }
      }
    }
    services.forEach(ServiceProcess::start);
    write(StackRecord.State.STARTING);
  }

  private void await(ServiceProcess service, long began) {
    service.awaitReady();
    done(service.name(), began, service.baseUrl().toString());
  }

  private int portOf(ServiceKind kind) {
    return switch (kind) {
      case INTAKE -> options.ports().intake();
      case MONITOR -> options.ports().monitor();
      case NOTIFICATION -> options.ports().console();
    };
  }

  /** The first replica of a service has the usual port, others any. */
  private int port(ServiceKind kind, int replica) {
    return replica == 1 ? portOf(kind) : FreePort.any();
  }

  private ServiceProcesses processes() {
    return new ServiceProcesses(
        options, new ServiceDatabases(postgres(), secrets()), brokers().bootstrapServers());
  }

  private boolean has(String name) {
    return services.stream().anyMatch(service -> service.name().equals(name));
  }

  private ServiceProcess service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new StackException("There is no " + name + " in this stack."));
  }

  private void watch(
      ProcessHandle handle, String name, Path log, BiConsumer<String, String> watcher) {
    var end = handle.onExit();
    end.thenAccept(
            ended -> {
              if (!stopping) {
                watcher.accept(name, LogTail.of(log));
              }
            })
        .exceptionally(failure -> null)
        .isDone();
  }

  private void write(StackRecord.State state) {
    var entries =
        Stream.of(
                Stream.ofNullable(postgres)
                    .filter(EmbeddedPostgresServer::isAlive)
                    .map(p -> StackRecord.Entry.of("postgres", p.postmaster(), p.port())),
                Stream.ofNullable(kafka).flatMap(LocalStack::entries),
                services.stream()
                    .flatMap(
                        s ->
                            s.handle().stream()
                                .map(h -> StackRecord.Entry.of(s.name(), h, s.port()))))
            .flatMap(entry -> entry)
            .toList();
    var launcher = StackRecord.Entry.of("launcher", ProcessHandle.current(), 0);
    new StackRecord(state, launcher, entries).write(options.directory().stackFile());
  }

  private static Stream<StackRecord.Entry> entries(KafkaCluster cluster) {
    return IntStream.rangeClosed(1, cluster.brokers().size())
        .mapToObj(
            number -> {
              var broker = cluster.broker(number);
              return StackRecord.Entry.broker(number, broker.handle(), broker.port());
            });
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void done(String step, long began, String note) {
    progress.done(step, Duration.ofNanos(System.nanoTime() - began), note);
  }

  private static void checkBuilt(ServiceKind service, Path repository) {
    if (!Files.exists(service.jar(repository))) {
      throw new StackException(
          "%s is not built (%s is missing). ./caseclock up builds it."
              .formatted(service.module(), service.jar(repository)));
    }
  }

  private static StackException explained(EmbeddedServerException e) {
    var hint =
        String.valueOf(e.getMessage()).contains("data directory")
            ? "\nStart with --fresh to throw the local data away and begin anew."
            : "";
    return new StackException(e.getMessage() + hint, e);
  }

  private static String name(ServiceKind kind, int replica) {
    return replica == 1 ? kind.schema() : kind.schema() + "-" + replica;
  }

  private static URI url(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
