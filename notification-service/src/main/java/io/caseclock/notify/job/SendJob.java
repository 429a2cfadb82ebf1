package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.SendDue;
import io.caseclock.rest.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties every queue by itself: a slow channel is still busy while the others go on. */
@ApplicationScoped
public class SendJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(SendJob.class);
  private static final int SECONDS_TO_FINISH = 15;

  private final ChannelQueues queues;
  private final SendDue sendDue;
  private final FailoverJob failover;
  private final MeterRegistry meters;

  /** Written by the scheduler and by the queues' own threads. */
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** Whether this round has told that the database is away: each queue would tell the same. */
  private final AtomicBoolean isAwayTold = new AtomicBoolean();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean isStopping;

  @Inject
  SendJob(ChannelQueues queues, SendDue sendDue, FailoverJob failover, MeterRegistry meters) {
    this.queues = queues;
    this.sendDue = sendDue;
    this.failover = failover;
    this.meters = meters;
  }

  /** Counts from zero, so that the first failure of a channel is a rise. */
  void countDeliveries(@Observes StartupEvent event) {
    for (var queue : queues.all()) {
      DeliveryOutcome.NAMES.forEach(outcome -> deliveries(queue, outcome));
    }
  }

  @Scheduled(every = "${caseclock.sending.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    var isThere = JobRound.run("deliveries not given up", failover::ofUnknownChannels);
    isAwayTold.set(!isThere);
    for (var queue : queues.all()) {
      if (!isStopping && busy.add(queue.id())) {
        threads.execute(() -> empty(queue));
      }
    }
  }

  private void empty(ChannelQueue queue) {
    try {
      int sent;
      do {
        sent = batch(queue);
      } while (!isStopping && sent == queue.batch());
      failover.ofOpenCircuit(queue.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      tell(queue, e);
    } finally {
      busy.remove(queue.id());
    }
  }

  private void tell(ChannelQueue queue, RuntimeException cause) {
    var isTransient = Problems.isTransient(cause);
    if (!isTransient || isAwayTold.compareAndSet(false, true)) {
      (isTransient ? LOGGER.atWarn() : LOGGER.atError().setCause(cause))
          .addKeyValue("channel", queue.id())
          .addKeyValue("reason", String.valueOf(cause.getMessage()))
          .log("sending was interrupted");
    }
  }

  private int batch(ChannelQueue queue) throws InterruptedException {
    var outcomes = sendDue.run(queue);
    outcomes.forEach(outcome -> count(queue, outcome));
    return outcomes.size();
  }

  private void count(ChannelQueue queue, DeliveryOutcome outcome) {
    deliveries(queue, outcome.name()).increment();
  }

  private Counter deliveries(ChannelQueue queue, String outcome) {
    return meters.counter(
        "caseclock.channel.deliveries", "channel", queue.id(), "outcome", outcome);
  }

  /** Lets what is on its way arrive, so that a restart sends nothing twice. */
  void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
    isStopping = true;
    threads.shutdown();
    if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
      LOGGER.atWarn().log("some deliveries were still on their way and may be repeated");
    }
  }
}
