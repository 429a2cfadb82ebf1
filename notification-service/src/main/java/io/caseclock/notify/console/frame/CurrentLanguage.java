package io.caseclock.notify.console.frame;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The language of the request, and its texts. */
@RequestScoped
public class CurrentLanguage {

  static final String LANG = "lang";

  private final HttpHeaders headers;
  private final UriInfo uri;

  @Inject
  CurrentLanguage(HttpHeaders headers, UriInfo uri) {
    this.headers = headers;
    this.uri = uri;
  }

  public Language get() {
    return Language.of(uri.getQueryParameters().getFirst(LANG), headers);
  }

  /** The language that the address itself asks for. */
  Optional<Language> asked() {
    return Language.ofCode(uri.getQueryParameters().getFirst(LANG));
  }

  /** The texts of a page. */
  public <T> T texts(Class<T> bundle) {
    return MessageBundles.get(bundle, Localized.Literal.of(get().code()));
  }
}
