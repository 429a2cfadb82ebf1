package io.caseclock.notify.console.frame;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.task.TaskEligibility;
import io.caseclock.notify.task.TaskKinds;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request for a page: who asks, and in which language; it makes the answer. */
@Named("page")
@RequestScoped
public class PageContext {

  private static final int A_YEAR = 365 * 24 * 3600;
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final CurrentLanguage language;
  private final PageFormat format;
  private final UriInfo uri;
  private final SecurityIdentity identity;
  private final CurrentCaller caller;
  private final SignIn signIn;
  private final TaskEligibility eligibility;
  private final TaskKinds taskKinds;
  private final InstantSource clock;
  private final LiveInbox live;

  /** Set once, by the thread of the request. */
  private @Nullable String seenUpTo;

  @Inject
  PageContext(
      CurrentLanguage language,
      PageFormat format,
      UriInfo uri,
      SecurityIdentity identity,
      CurrentCaller caller,
      SignIn signIn,
      TaskEligibility eligibility,
      TaskKinds taskKinds,
      InstantSource clock,
      LiveInbox live) {
    this.language = language;
    this.format = format;
    this.uri = uri;
    this.identity = identity;
    this.caller = caller;
    this.signIn = signIn;
    this.eligibility = eligibility;
    this.taskKinds = taskKinds;
    this.clock = clock;
    this.live = live;
  }

  /** The page; it is nobody else's and must not be kept. */
  public Response show(int status, TemplateInstance page) {
    var answer =
        Response.status(status)
            .type(HTML)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, "Accept-Language, Cookie")
            .entity(page.setLocale(language.get().code()).render());
    language.asked().ifPresent(asked -> answer.cookie(remembered(asked)));
    return answer.build();
  }

  private static NewCookie remembered(Language language) {
    return new NewCookie.Builder(Language.COOKIE)
        .value(language.code())
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
    var other = language.get().other().code();
    var url = uri.getRequestUriBuilder().replaceQueryParam(CurrentLanguage.LANG, other).build();
    return url.getRawPath() + "?" + url.getRawQuery();
  }

  public PageHead head() {
    if (identity.isAnonymous()) {
      return PageHead.OF_A_STRANGER;
    }
    var present = caller.get();
    var texts = texts(CommonTexts.class);
    var roles = present.roles().stream().sorted().map(Role::wire);
    return new PageHead(
        true,
        format.person(present.asOfficer().orElse(null), present.name()),
        roles.findFirst().map(texts::role).orElse(""),
        present.visibleUnit().map(format::unit).orElse(""),
        Navigation.of(present, hasTasks(present), uri.getPath(), texts),
        signIn.isOffered());
  }

  public boolean hasInbox() {
    return inboxOwner().isPresent();
  }

  /** Only officers have an inbox, and only in a role that is told things. */
  public Optional<String> inboxOwner() {
    return identity.isAnonymous()
        ? Optional.empty()
        : caller.get().asOfficer().filter(officer -> mayAct());
  }

  /**
   * Only those who work with cases act on them; others read. An auditor reads everything and
   * changes nothing, whoever else the account is.
   */
  public boolean mayAct() {
    var present = caller.get();
    return present.is(Role.OFFICER)
        || present.is(Role.LEGAL_OFFICER)
        || present.is(Role.SUPERVISOR);
  }

  private boolean hasTasks(Caller present) {
    return present
        .asOfficer()
        .filter(officer -> eligibility.hasRole(officer, taskKinds.roles(), clock.instant()))
        .isPresent();
  }

  /**
   * The head of a page.
   *
   * @param unit empty for whoever stands above all of them
   * @param nav the pages that the role may see
   * @param local signed in with a built-in account, so that signing out is our business
   */
  public record PageHead(
      boolean signedIn, String name, String role, String unit, List<NavLink> nav, boolean local) {

    static final PageHead OF_A_STRANGER = new PageHead(false, "", "", "", List.of(), false);
  }

  /** A page; {@code isCurrent} where the visitor is on it or below it. */
  public record NavLink(String href, String label, boolean isCurrent) {}
}
