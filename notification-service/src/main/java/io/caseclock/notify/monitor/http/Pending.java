package io.caseclock.notify.monitor.http;

import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asked;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a thread; one that takes too long is stopped. */
record Pending<T>(Future<Answer<T>> answering, Duration timeout) implements Asked<T> {

  @Override
  public Answer<T> answer() {
    try {
      return answering.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answering.cancel(true);
      return new Answer.Away<>(true);
    } catch (CancellationException e) {
      return new Answer.Away<>(true);
    } catch (InterruptedException e) {
      answering.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Away<>(true);
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking the monitor failed", e.getCause());
    }
  }
}
