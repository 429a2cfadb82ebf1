package io.caseclock.audit.rest;

import io.caseclock.audit.LeadsToMade;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request made: where an answer 201 says that it is, or where a form leads that is marked as
 * leading there. A {@code Location} alone is no sign of it.
 */
final class MadeThing {

  private static final int CREATED = 201;
  private static final int SEE_OTHER = 303;

  /**
   * Its id, the last segment of where it is; empty where nothing was made, or it stands in a
   * directory.
   */
  static Optional<String> of(int status, @Nullable URI location, Method resource) {
    var isMade =
        status == CREATED || status == SEE_OTHER && resource.isAnnotationPresent(LeadsToMade.class);
    return isMade && location != null && location.getPath() != null
        ? Optional.of(lastSegment(location.getPath())).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private MadeThing() {}
}
