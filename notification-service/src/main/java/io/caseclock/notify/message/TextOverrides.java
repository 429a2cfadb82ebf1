package io.caseclock.notify.message;

import io.caseclock.contract.Names;
import java.util.Optional;

/** Texts that an installation has put in words of its own. */
@FunctionalInterface
public interface TextOverrides {

  /** There are none. */
  TextOverrides NONE = key -> Optional.empty();

  /** The pattern of a key, with {@code {0}}, {@code {1}}… for what is filled in. */
  Optional<Names> of(String key);
}
