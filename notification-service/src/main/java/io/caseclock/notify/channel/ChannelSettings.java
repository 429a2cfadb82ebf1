package io.caseclock.notify.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is set for one channel; each kind reads what it needs. */
public interface ChannelSettings {

  /** Where it posts to; may hold a key. */
  Optional<URI> url();

  /** Key of the signature. */
  Optional<String> secret();

  /** Only people of these units and all below them; of every unit where absent. */
  Optional<Set<String>> units();

  /** Whether its address may be a private or loopback one. */
  boolean allowPrivate();

  /** No more in any 60 seconds; what the kind allows where absent. */
  OptionalInt perMinute();

  /** The request's body with places to fill in. */
  Optional<String> template();

  /** The format of the body. */
  String contentType();

  /** More headers, such as an API key. */
  Map<String, String> headers();

  /** Which statuses say that it was taken; any 2xx where absent. */
  Optional<Set<Integer>> expectedStatus();

  /** What the answer must hold besides; a regular expression. */
  Optional<String> successPattern();
}
