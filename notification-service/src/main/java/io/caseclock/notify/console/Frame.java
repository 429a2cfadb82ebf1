package io.caseclock.notify.console;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.inbox.LiveInbox;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.task.LineOfDuty;
import io.caseclock.notify.task.TaskKinds;
import io.quarkus.qute.Template;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds every page: the visitor, the language and its cookie. It is made before a page
 * reads anything, so that what arrives from then on counts as news.
 */
@RequestScoped
public class Frame {

  private static final String LANG = "lang";
  private static final int A_YEAR = 365 * 24 * 3600;
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final HttpHeaders headers;
  private final UriInfo uri;
  private final SecurityIdentity identity;
  private final CurrentCaller caller;
  private final Directory directory;
  private final Channels channels;
  private final MessageTexts wording;
  private final SignIn signIn;
  private final LineOfDuty lineOfDuty;
  private final TaskKinds taskKinds;
  private final InstantSource clock;
  private final String seenUpTo;

  @Inject
  Frame(
      HttpHeaders headers,
      UriInfo uri,
      SecurityIdentity identity,
      CurrentCaller caller,
      Directory directory,
      Channels channels,
      MessageTexts wording,
      SignIn signIn,
      LineOfDuty lineOfDuty,
      TaskKinds taskKinds,
      InstantSource clock,
      LiveInbox live) {
    this.headers = headers;
    this.uri = uri;
    this.identity = identity;
    this.caller = caller;
    this.directory = directory;
    this.channels = channels;
    this.wording = wording;
    this.signIn = signIn;
    this.lineOfDuty = lineOfDuty;
    this.taskKinds = taskKinds;
    this.clock = clock;
    this.seenUpTo = identity.isAnonymous() ? "" : live.start(Optional.empty()).text();
  }

  Language language() {
    return Language.of(uri.getQueryParameters().getFirst(LANG), headers);
  }

  Lines lines() {
    return new Lines(language(), wording, directory, channels, clock.instant());
  }

  /** The page; it is nobody else's and must not be kept. */
  Response page(int status, Template template, Map<String, Object> data) {
    var language = language();
    var page = template.data("t", Texts.of(language)).data("visitor", visitor(language));
    data.forEach(page::data);
    ResponseBuilder answer =
        Response.status(status)
            .type(HTML)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, "Accept-Language, Cookie")
            .entity(page.render());
    Language.ofCode(uri.getQueryParameters().getFirst(LANG))
        .ifPresent(asked -> answer.cookie(remembered(asked)));
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

  private Visitor visitor(Language language) {
    var other = language.other();
    var otherUrl = uri.getRequestUriBuilder().replaceQueryParam(LANG, other.code()).build();
    var otherPath = otherUrl.getRawPath() + "?" + otherUrl.getRawQuery();
    if (identity.isAnonymous()) {
      return new Visitor(false, "", "", null, false, List.of(), "", false, other.tag(), otherPath);
    }
    Caller present = caller.get();
    var lines = lines();
    var unit = present.visibleUnit().map(lines::unit);
    return new Visitor(
        true,
        lines.person(present.asOfficer().orElse(null), present.name()),
        role(present, language),
        unit.orElse(null),
        hasInbox(present),
        Navigation.of(present, hasTasks(present), uri.getPath(), language),
        seenUpTo,
        signIn.isOffered(),
        other.tag(),
        otherPath);
  }

  /** Only officers have an inbox, and only in a role that is told things. */
  static boolean hasInbox(Caller caller) {
    return caller.asOfficer().isPresent() && mayAct(caller);
  }

  /** Only those who work with cases act on them; others read. */
  static boolean mayAct(Caller caller) {
    return caller.is(Role.OFFICER) || caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR);
  }

  private boolean hasTasks(Caller caller) {
    return caller
        .asOfficer()
        .filter(officer -> lineOfDuty.hasRole(officer, taskKinds.roles(), clock.instant()))
        .isPresent();
  }

  private static String role(Caller caller, Language language) {
    Optional<Role> first = caller.roles().stream().sorted().findFirst();
    return first.map(role -> Texts.text(language, "role_" + role.wire())).orElse("");
  }
}
