package io.caseclock.directory.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Applies {@link Directory#requireWholeTree} before a request is looked at more closely. */
@Singleton
public class WholeTreeFilter {

  private final Provider<Directory> directory;
  private final CurrentCaller caller;

  @Inject
  WholeTreeFilter(Provider<Directory> directory, CurrentCaller caller) {
    this.directory = directory;
    this.caller = caller;
  }

  @RequireWholeTree
  @ServerRequestFilter
  void requireWholeTree() {
    directory.get().requireWholeTree(caller.get());
  }
}
