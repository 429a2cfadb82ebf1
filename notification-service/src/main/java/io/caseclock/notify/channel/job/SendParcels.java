package io.caseclock.notify.channel.job;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.Lane;
import io.caseclock.notify.channel.Lanes;
import io.caseclock.notify.channel.NoteDelivery;
import io.caseclock.notify.channel.SendDue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties every lane by itself: a slow channel is still busy while the others go on. */
@ApplicationScoped
public class SendParcels {

  private static final Logger LOGGER = LoggerFactory.getLogger(SendParcels.class);
  private static final int SECONDS_TO_FINISH = 15;

  private final Lanes lanes;
  private final SendDue sendDue;
  private final DivertParcels divert;
  private final MeterRegistry meters;

  /** Written by the scheduler and by the lanes' own threads. */
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean isStopping;

  @Inject
  SendParcels(Lanes lanes, SendDue sendDue, DivertParcels divert, MeterRegistry meters) {
    this.lanes = lanes;
    this.sendDue = sendDue;
    this.divert = divert;
    this.meters = meters;
  }

  @Scheduled(
      every = "${caseclock.sending.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    for (var lane : lanes.all()) {
      if (!isStopping && busy.add(lane.id())) {
        threads.execute(() -> empty(lane));
      }
    }
    divert.ofUnknownChannels();
  }

  private void empty(Lane lane) {
    try {
      int sent;
      do {
        sent = batch(lane);
      } while (!isStopping && sent == lane.batch());
      divert.strandedBy(lane.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOGGER.atWarn().addKeyValue("channel", lane.id()).setCause(e).log("sending was interrupted");
    } finally {
      busy.remove(lane.id());
    }
  }

  private int batch(Lane lane) throws InterruptedException {
    var outcomes = sendDue.run(lane);
    outcomes.forEach(outcome -> count(lane, outcome));
    return outcomes.size();
  }

  private void count(Lane lane, Delivery outcome) {
    meters
        .counter(
            "caseclock.channel.deliveries",
            "channel",
            lane.id(),
            "outcome",
            NoteDelivery.nameOf(outcome))
        .increment();
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
