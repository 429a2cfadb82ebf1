package io.caseclock.audit.rest;

import io.caseclock.audit.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a request is by, where it carries no sign of that itself: signing in and out. */
@RequestScoped
public class RequestActor {

  private @Nullable Actor actor;

  /** From here on the request is this one's. */
  public void set(Actor known) {
    actor = known;
  }

  public Optional<Actor> get() {
    return Optional.ofNullable(actor);
  }
}
