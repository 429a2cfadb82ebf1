package io.caseclock.rest;

import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.Json;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the line and the headers of every request, the line before any other code of ours does.
 * A query that the HTTP server cannot decode never comes here: the server answers 400 by itself,
 * without a document. Whether JSON comes in UTF-8 is asked only of callers that may send it at all.
 */
public class RequestCheck {

  private static final int FIRST_OF_ALL = 1_000;

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** Whoever sends two of these means one thing, and is perhaps understood as another. */
  private static final List<String> ONCE =
      List.of(HttpHeaders.HOST, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_MATCH, IDEMPOTENCY_KEY);

  /** The framework takes an empty one for none, and whoever sends it believes to be protected. */
  private static final List<String> NOT_EMPTY = List.of(HttpHeaders.IF_MATCH, IDEMPOTENCY_KEY);

  private static final String AS_IT_IS = "identity";
  private static final String CONNECTION = "Connection";
  private static final String TRANSFER_ENCODING = "Transfer-Encoding";
  private static final String IN_CHUNKS = "chunked";
  private static final String NOTHING = "0";
  private static final String PROBES = "/q/";

  /**
   * Those on which a head could not be read. What follows on one may be the body that belongs to
   * it, and is no request of anybody's (RFC 9112, 6.3).
   */
  private static final Set<HttpConnection> REFUSED =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  /** Beside it are pages, which have a language of their own where none can be read. */
  private static final String API = "/api/";

  void lookAtEveryLine(@Observes Filters filters) {
    filters.register(RequestCheck::refuseWhatIsNoLine, FIRST_OF_ALL);
  }

  /** The router itself would answer with an empty body, or not at all. */
  private static void refuseWhatIsNoLine(RoutingContext context) {
    if (REFUSED.contains(context.request().connection())) {
      context.request().connection().close();
      return;
    }
    RequestLine.fault(context.request().uri())
        .or(() -> homeless(context.request()))
        .or(() -> doubled(context.request().headers()))
        .or(() -> empty(context.request().headers()))
        .or(() -> packed(context.request().headers()))
        .or(() -> divided(context.request().headers()))
        .or(() -> untyped(context.request().headers()))
        .ifPresentOrElse(problem -> refuse(context, problem), context::next);
  }

  /** HTTP/1.0 may leave it out; nothing but the probes can answer without it. */
  private static Optional<Problem> homeless(HttpServerRequest request) {
    var authority = request.authority();
    return path(request.uri()).startsWith(PROBES)
            || authority != null && !authority.host().isBlank()
        ? Optional.empty()
        : Optional.of(unreadable(HttpHeaders.HOST, "names the host that is asked"));
  }

  /** Of two the framework would take the first, and whoever stands before us perhaps the second. */
  private static Optional<Problem> doubled(MultiMap headers) {
    if (headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
      return Optional.of(
          Problem.of(ProblemType.NOT_SIGNED_IN, "Authorization stands there more than once."));
    }
    return ONCE.stream()
        .filter(name -> headers.getAll(name).size() > 1)
        .findFirst()
        .map(name -> unreadable(name, "stands there more than once"));
  }

  private static Optional<Problem> empty(MultiMap headers) {
    return NOT_EMPTY.stream()
        .filter(name -> headers.contains(name) && headers.get(name).isBlank())
        .findFirst()
        .map(name -> unreadable(name, "is empty; leave it out, or say what you mean"));
  }

  /** Of a body that is packed nothing here reads anything. */
  private static Optional<Problem> packed(MultiMap headers) {
    return headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
            .allMatch(AS_IT_IS::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Send the body as it is, without Content-Encoding.",
                List.of(
                    new Violation(
                        Pointer.to(HttpHeaders.CONTENT_ENCODING), "must not be sent here"))));
  }

  /** Where a body ends that comes in any other parts nobody here knows (RFC 9112, 6.1). */
  private static Optional<Problem> divided(MultiMap headers) {
    return headers.getAll(TRANSFER_ENCODING).stream().allMatch(IN_CHUNKS::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of(unreadable(TRANSFER_ENCODING, "is chunked, or is not sent"));
  }

  /** The framework would take it for the first of the types that an operation reads. */
  private static Optional<Problem> untyped(MultiMap headers) {
    var hasBody =
        headers.contains(TRANSFER_ENCODING)
            || !NOTHING.equals(
                Objects.requireNonNullElse(headers.get(HttpHeaders.CONTENT_LENGTH), NOTHING));
    return hasBody && !headers.contains(HttpHeaders.CONTENT_TYPE)
        ? Optional.of(noMediaType())
        : Optional.empty();
  }

  private static Problem unreadable(String header, String message) {
    return Problem.of(
        ProblemType.MALFORMED_REQUEST,
        "A header cannot be read; see violations.",
        List.of(new Violation(Pointer.to(header), message)));
  }

  /** What fails before any filter, such as a request without {@code Host}. */
  void answerForTheServer(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(RequestCheck::refuseWhatNobodyCanRead);
  }

  private static void refuseWhatNobodyCanRead(RoutingContext context) {
    if (context.statusCode() == ProblemType.MALFORMED_REQUEST.status()
        && !context.response().headWritten()) {
      refuse(
          context,
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "The head of the request cannot be read; has it one Host?"));
    } else {
      context.next();
    }
  }

  private static void refuse(RoutingContext context, Problem problem) {
    var request = context.request();
    if (problem.type() == ProblemType.NOT_SIGNED_IN) {
      context.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, Problems.CHALLENGE);
    }
    var isLast = request.version() != HttpVersion.HTTP_2;
    if (isLast) {
      REFUSED.add(request.connection());
      context.response().putHeader(CONNECTION, "close");
    }
    var isPage = AskedForPage.is(path(request.uri()), request.getHeader(HttpHeaders.ACCEPT));
    context
        .response()
        .setStatusCode(problem.type().status())
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            isPage ? "text/html;charset=UTF-8" : "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(isPage ? UnreadableLinePage.of(problem) : Json.text(problem.document()))
        .onComplete(
            sent -> {
              if (isLast) {
                request.connection().close();
              }
            });
  }

  private static String path(@Nullable String uri) {
    return String.valueOf(uri).split("\\?", 2)[0];
  }

  /** The framework would say of every path below one of ours what any of them takes. */
  @ServerRequestFilter(preMatching = true)
  public void refuseToListMethods(ContainerRequestContext context) {
    if (context.getMethod().equals(HttpMethod.OPTIONS)) {
      throw new NotFoundException();
    }
  }

  @ServerRequestFilter(preMatching = true)
  public void refuseWhatCannotBeRead(ContainerRequestContext context) {
    contentType(context);
    require(HttpHeaders.ACCEPT, context::getAcceptableMediaTypes);
    if (context.getUriInfo().getRequestUri().getRawPath().startsWith(API)) {
      require(HttpHeaders.ACCEPT_LANGUAGE, context::getAcceptableLanguages);
    }
  }

  @ServerRequestFilter
  public void refuseOtherCharsets(ContainerRequestContext context) {
    requireUtf8(contentType(context));
  }

  private static @Nullable MediaType contentType(ContainerRequestContext context) {
    var written = context.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (written != null && (written.isBlank() || written.stripTrailing().endsWith(";"))) {
      throw new ProblemException(noMediaType());
    }
    var type = read(context);
    if (type != null && (type.isWildcardType() || type.isWildcardSubtype())) {
      throw new ProblemException(noMediaType());
    }
    return type;
  }

  private static @Nullable MediaType read(ContainerRequestContext context) {
    try {
      return context.getMediaType();
    } catch (RuntimeException e) {
      throw new ProblemException(noMediaType());
    }
  }

  private static Problem noMediaType() {
    return Problem.of(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "Content-Type is no media type; send one such as application/json.",
        List.of(new Violation(Pointer.to(HttpHeaders.CONTENT_TYPE), "is no media type")));
  }

  private static void requireUtf8(@Nullable MediaType type) {
    if (type == null || !type.getSubtype().contains("json")) {
      return;
    }
    var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "JSON is UTF-8; send it so, without a charset.");
    }
  }

  /** Whatever the framework's parser throws: it is the sender's text that it cannot read. */
  private static void require(String header, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      throw new ProblemException(unreadable(header, "is no value of this header"));
    }
  }
}
