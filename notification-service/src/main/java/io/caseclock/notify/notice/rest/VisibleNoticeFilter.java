package io.caseclock.notify.notice.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.RequireVisibleNotice;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an upload for a notice that the caller cannot see, before a byte of it is read. */
@Singleton
public class VisibleNoticeFilter {

  private final Provider<NoticeQueries> archive;
  private final CurrentCaller caller;

  @Inject
  VisibleNoticeFilter(Provider<NoticeQueries> archive, CurrentCaller caller) {
    this.archive = archive;
    this.caller = caller;
  }

  @RequireVisibleNotice
  @ServerRequestFilter
  void requireVisible(ContainerRequestContext request) {
    var id = request.getUriInfo().getPathParameters().getFirst("id");
    if (archive.get().findWithin(id, Paging.root(caller.get())).isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "There is no such notice or file in your units.");
    }
  }
}
