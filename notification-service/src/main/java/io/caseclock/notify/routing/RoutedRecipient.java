package io.caseclock.notify.routing;

import io.caseclock.notify.channel.Address;
import io.caseclock.notify.message.Recipient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person who is told, and by which way beside the inbox.
 *
 * @param role the word of the policy
 * @param push where a message goes beside the inbox; null where the policy asks for none, or none
 *     reaches the person
 * @param fallback kinds of channels to try, in order, where {@code push} fails
 * @param isUnreachable the policy asks for a push and no channel of it reaches the person
 */
public record RoutedRecipient(
    Recipient recipient,
    String role,
    @Nullable Address push,
    List<String> fallback,
    boolean isUnreachable) {

  public RoutedRecipient {
    fallback = List.copyOf(fallback);
  }
}
