package io.caseclock.audit.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditLog;
import io.caseclock.audit.NotAudited;
import io.caseclock.rest.Operation;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each request that asked for a change and was let in, each download of a file, and of the
 * requests that only read those that {@link KeptViews} takes. Those of strangers and those that
 * came too fast leave no entry. A filter is made before the settings are there, so that it asks for
 * what it needs when it runs.
 */
@Singleton
public class AuditFilter {

  /** Says among the ids of a look that nothing was shown. */
  private static final Map.Entry<String, String> NOTHING = Map.entry("shown", "nothing");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int TOO_MANY = 429;

  private final Provider<AuditLog> log;
  private final Provider<CurrentCaller> caller;
  private final Provider<RequestActor> known;
  private final Provider<ShownThings> shown;
  private final Provider<KeptViews> views;
  private final Provider<InstantSource> clock;

  @Inject
  AuditFilter(
      Provider<AuditLog> log,
      Provider<CurrentCaller> caller,
      Provider<RequestActor> known,
      Provider<ShownThings> shown,
      Provider<KeptViews> views,
      Provider<InstantSource> clock) {
    this.log = log;
    this.caller = caller;
    this.known = known;
    this.shown = shown;
    this.views = views;
    this.clock = clock;
  }

  @ServerResponseFilter
  public void keep(
      ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo resource) {
    if (isAbout(answer, resource)) {
      actor().ifPresent(actor -> keep(request, answer, entry(request, answer, resource, actor)));
    }
  }

  private static boolean isAbout(ContainerResponseContext answer, @Nullable ResourceInfo resource) {
    return resource != null
        && resource.getResourceMethod() != null
        && answer.getStatus() != TOO_MANY
        && !resource.getResourceMethod().isAnnotationPresent(NotAudited.class);
  }

  private void keep(
      ContainerRequestContext request, ContainerResponseContext answer, AuditEntry entry) {
    if (!READING.contains(request.getMethod()) || isDownload(answer) || views.get().takes(entry)) {
      answer.getHeaders().putSingle(RequestId.HEADER, entry.requestId());
      log.get().keep(entry);
    }
  }

  private static boolean isDownload(ContainerResponseContext answer) {
    var disposition = answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
    return disposition != null && disposition.toString().startsWith("attachment");
  }

  /** Empty for a stranger. */
  private Optional<Actor> actor() {
    return known
        .get()
        .get()
        .or(
            () ->
                Optional.of(caller.get().shown())
                    .filter(present -> !present.name().isEmpty())
                    .map(Actor::of));
  }

  private AuditEntry entry(
      ContainerRequestContext request,
      ContainerResponseContext answer,
      ResourceInfo resource,
      Actor actor) {
    return new AuditEntry(
        clock.get().instant(),
        actor,
        Operation.of(
            request.getMethod(), resource.getResourceClass(), resource.getResourceMethod()),
        ids(
            request,
            MadeThing.of(answer.getStatus(), answer.getLocation(), resource.getResourceMethod())),
        answer.getStatus(),
        RequestId.of(
            request.getHeaderString(RequestId.HEADER), request.getHeaderString(RequestId.TRACE)));
  }

  private Map<String, String> ids(ContainerRequestContext request, Optional<String> made) {
    var uri = request.getUriInfo();
    var ids = new HashMap<>(NamedIds.of(uri.getPathParameters(), uri.getQueryParameters()));
    made.ifPresent(thing -> ids.putIfAbsent("made", NamedIds.shortened(thing)));
    if (READING.contains(request.getMethod()) && shown.get().isNothing()) {
      ids.put(NOTHING.getKey(), NOTHING.getValue());
    }
    return ids;
  }
}
