package io.caseclock.consume.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how each channel is. One that an error ended makes the service not ready; one that waits for
 * the broker does not, since the service starts and answers while Kafka is away.
 */
@Readiness
@ApplicationScoped
public class ConsumersHealth implements HealthCheck {

  private final ConsumerLoops channels;

  ConsumersHealth(ConsumerLoops channels) {
    this.channels = channels;
  }

  @Override
  public HealthCheckResponse call() {
    var states = channels.states();
    var response = HealthCheckResponse.named("channels");
    states.forEach((channel, state) -> response.withData(channel, state.wire()));
    return response.status(!states.containsValue(ConsumerState.DOWN)).build();
  }
}
