package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.Map;

/** The circuits of all channels, shared by all replicas. */
public interface Circuits {

  /** As it stands now; closed where nothing is known. */
  Circuit of(String channel, Instant now);

  /** All that anything is known of, by channel. */
  Map<String, Circuit> all();

  /** As it stands, held until the caller's transaction ends. */
  Circuit lock(String channel, Instant now);

  void save(String channel, Circuit circuit);
}
