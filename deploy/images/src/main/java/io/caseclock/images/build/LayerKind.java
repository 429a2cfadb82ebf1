package io.caseclock.images.build;

import java.util.regex.Pattern;

/**
 * The layers above the base, from what changes least to what changes most. A site that has the
 * version before fetches only what differs.
 */
enum LayerKind {
  /** What is not of the service, such as fonts. */
  SYSTEM,
  /** Libraries of others. */
  LIBRARIES,
  /** What Quarkus made of the service when it was built. */
  QUARKUS,
  /** Our own code. */
  APPLICATION;

  private static final Pattern OWN = Pattern.compile("lib/[a-z]+/io\\.caseclock\\.[^/]+");

  /** Returns the layer of a file of a packaged service, by its path in it. */
  static LayerKind of(String name) {
    if (name.startsWith("lib/") && !OWN.matcher(name).matches()) {
      return LIBRARIES;
    }
    return name.startsWith("quarkus/") || name.startsWith("quarkus-") ? QUARKUS : APPLICATION;
  }
}
