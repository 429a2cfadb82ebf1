package io.caseclock.notify.channel.email;

import java.time.Duration;
import java.util.Optional;

/**
 * What is set for e-mail beside the server of {@code quarkus.mailer}.
 *
 * @param from the sender's address
 * @param timeout how long the whole conversation with the server may take
 */
public record EmailSettings(boolean enabled, Optional<String> from, Duration timeout) {}
