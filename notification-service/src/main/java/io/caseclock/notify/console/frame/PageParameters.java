package io.caseclock.notify.console.frame;

import io.caseclock.notify.rest.Parameters;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a language and a theme that no page has, instead of showing another one. */
public class PageParameters {

  @ServerRequestFilter
  public void look(ResourceInfo resource, UriInfo uri) {
    if (PageProblems.isPage(resource)) {
      var query = uri.getQueryParameters();
      Parameters.require(
          CurrentLanguage.LANG,
          query.getFirst(CurrentLanguage.LANG),
          Arrays.stream(Language.values()).map(Language::code).toList());
      Parameters.require(
          PageContext.THEME,
          query.getFirst(PageContext.THEME),
          Arrays.stream(Theme.values()).map(Theme::code).toList());
    }
  }
}
