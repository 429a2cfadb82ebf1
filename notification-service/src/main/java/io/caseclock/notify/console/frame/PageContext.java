package io.caseclock.notify.console.frame;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.console.frame.Navigation.NavSection;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The request for a page: who asks, and in which language; it makes the answer. */
@Named("page")
@RequestScoped
public class PageContext {

  private static final int OK = 200;
  private static final int A_YEAR = 365 * 24 * 3600;
  static final String THEME = "theme";
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final CurrentLanguage language;
  private final PageFormat format;
  private final UriInfo uri;
  private final SecurityIdentity identity;
  private final CurrentCaller caller;
  private final HttpHeaders headers;
  private final SignIn signIn;
  private final LiveInbox live;
  private final Monitor monitor;

  /** Set once, by the thread of the request. */
  private @Nullable String seenUpTo;

  @Inject
  PageContext(
      CurrentLanguage language,
      PageFormat format,
      UriInfo uri,
      SecurityIdentity identity,
      CurrentCaller caller,
      HttpHeaders headers,
      SignIn signIn,
      LiveInbox live,
      Monitor monitor) {
    this.monitor = monitor;
    this.language = language;
    this.format = format;
    this.uri = uri;
    this.identity = identity;
    this.caller = caller;
    this.headers = headers;
    this.signIn = signIn;
    this.live = live;
  }

  /**
   * The page; it is nobody else's and must not be kept. Where the visitor asked for what the
   * monitor does not understand, the page says so, and so does its status.
   */
  public Response show(int status, TemplateInstance page) {
    var text = rendered(page);
    var answer =
        Response.status(
                status == OK && monitor.isMisasked()
                    ? ProblemType.MALFORMED_REQUEST.status()
                    : status)
            .type(HTML)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, "Accept-Language, Cookie")
            .entity(text);
    language.asked().ifPresent(asked -> answer.cookie(remembered(Language.COOKIE, asked.code())));
    Theme.ofCode(parameter(THEME))
        .ifPresent(asked -> answer.cookie(remembered(Theme.COOKIE, asked.code())));
    return answer.build();
  }

  /**
   * Templates ask for more than they are given, such as the visitor's unit, and may be refused it.
   */
  private String rendered(TemplateInstance page) {
    try {
      return StraightPage.of(page.setLocale(language.get().code()).render());
    } catch (RuntimeException e) {
      throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
          .filter(ProblemException.class::isInstance)
          .map(ProblemException.class::cast)
          .findFirst()
          .orElseThrow(() -> e);
    }
  }

  private static NewCookie remembered(String cookie, String value) {
    return new NewCookie.Builder(cookie)
        .value(value)
        .path("/")
        .maxAge(A_YEAR)
        .sameSite(NewCookie.SameSite.LAX)
        .httpOnly(true)
        .build();
  }

  /** What arrives from here on counts as news; a page says so before it reads the inbox. */
  public void markSeen() {
    seenUpTo = live.start(Optional.empty()).text();
  }

  /** The place in the inbox stream behind which everything counts as news. */
  public String seenUpTo() {
    if (seenUpTo == null) {
      markSeen();
    }
    return Objects.toString(seenUpTo, "");
  }

  public Language language() {
    return language.get();
  }

  /** The texts of a page in its language. */
  public <T> T texts(Class<T> bundle) {
    return language.texts(bundle);
  }

  public Caller caller() {
    return caller.get();
  }

  /** The unit whose subtree the visitor sees; whoever has none is refused. */
  public String root() {
    return caller.get().requiredUnit();
  }

  /** The same page in the other language. */
  public String otherLanguageUrl() {
    return urlWith(CurrentLanguage.LANG, language.get().other().code());
  }

  public Theme theme() {
    return Theme.of(parameter(THEME), headers);
  }

  /** The same page in the next theme. */
  public String nextThemeUrl() {
    return urlWith(THEME, theme().next().code());
  }

  /** The same page with this value in place of what the parameter has now. */
  public String urlWith(String parameter, String value) {
    return parameters().with(parameter, value).behind(uri.getRequestUri().getRawPath());
  }

  /** The same page without the parameter. */
  public String urlWithout(String parameter) {
    return parameters().without(parameter).behind(uri.getRequestUri().getRawPath());
  }

  /** All parameters of the address. */
  public Query parameters() {
    var all = Query.NONE;
    for (var one : uri.getQueryParameters().entrySet()) {
      all = all.andAll(one.getKey(), one.getValue());
    }
    return all;
  }

  /** What the visitor searches for, so that the box still says it. */
  public String searched() {
    return uri.getPath().startsWith("/search")
        ? Objects.requireNonNullElse(parameter("q"), "")
        : "";
  }

  private @Nullable String parameter(String name) {
    return uri.getQueryParameters().getFirst(name);
  }

  public PageHead head() {
    if (identity.isAnonymous()) {
      return PageHead.OF_A_STRANGER;
    }
    var present = caller.shown();
    var texts = texts(CommonTexts.class);
    var roles = present.roles().stream().sorted().map(Role::wire);
    return new PageHead(
        true,
        format.person(present.asOfficer().orElse(null), present.name()),
        roles.findFirst().map(texts::role).orElse(""),
        present.visibleUnit().map(format::unit).orElse(""),
        unitsToChoose(present),
        Navigation.of(present, uri.getPath(), texts),
        signIn.isOffered());
  }

  /** Empty where there is nothing to choose. */
  private List<UnitChoice> unitsToChoose(Caller present) {
    return present.hasSeveralUnits()
        ? present.units().stream()
            .map(unit -> new UnitChoice(unit, format.unit(unit), unit.equals(present.unit())))
            .toList()
        : List.of();
  }

  public boolean hasInbox() {
    return inboxOwner().isPresent();
  }

  /** Only officers have an inbox, and only in a role that is told things. */
  public Optional<String> inboxOwner() {
    return identity.isAnonymous()
        ? Optional.empty()
        : caller.shown().asOfficer().filter(officer -> mayAct());
  }

  /**
   * Only those who work with cases act on them; others read. An auditor reads everything and
   * changes nothing, whoever else the account is.
   */
  public boolean mayAct() {
    var present = caller.shown();
    return present.is(Role.OFFICER)
        || present.is(Role.LEGAL_OFFICER)
        || present.is(Role.SUPERVISOR);
  }

  /** Whether the visitor watches over others, and so may look at policies and silences. */
  public boolean isWatching() {
    var present = caller.get();
    return present.is(Role.LEGAL_OFFICER)
        || present.is(Role.SUPERVISOR)
        || present.is(Role.ADMINISTRATOR)
        || present.is(Role.AUDITOR);
  }

  /**
   * The head of a page.
   *
   * @param unit empty for whoever stands above all of them
   * @param units those that the visitor may act in, where there are several; else none
   * @param nav the pages that the role may see
   * @param local signed in with a built-in account, so that signing out is our business
   */
  public record PageHead(
      boolean signedIn,
      String name,
      String role,
      String unit,
      List<UnitChoice> units,
      List<NavSection> nav,
      boolean local) {

    static final PageHead OF_A_STRANGER =
        new PageHead(false, "", "", "", List.of(), List.of(), false);
  }

  /** A unit that the visitor may act in; {@code isCurrent} where they do. */
  public record UnitChoice(String id, String name, boolean isCurrent) {}
}
