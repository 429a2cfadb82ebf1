package io.caseclock.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.UnreadableJsonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one mapper: RFC 9457, {@code application/problem+json}. */
public class Problems {

  public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);
  private static final String UPLOAD_READER = "org.jboss.resteasy.reactive.server.core.multipart.";
  private static final String FORM_READER = "FormUrlEncodedProvider";

  /** How to sign in (RFC 9110, 11.6.1); API keys and certificates are ways of intake alone. */
  static final String CHALLENGE = "Bearer";

  private static final int RETRY_AFTER_SECONDS = 5;

  /** The response for a problem; a 429 and a 503 say when to come back, a 401 how to sign in. */
  public static Response response(Problem problem) {
    var builder =
        Response.status(problem.type().status()).type(PROBLEM_JSON).entity(problem.document());
    if (problem.type() == ProblemType.UNAVAILABLE
        || problem.type() == ProblemType.TOO_MANY_REQUESTS) {
      builder.header(
          HttpHeaders.RETRY_AFTER,
          problem.extensions().getOrDefault(Problem.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }
    if (problem.type() == ProblemType.NOT_SIGNED_IN) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    return builder.build();
  }

  /** Whether the database is away, so that trying again later makes sense. */
  public static boolean isTransient(@Nullable Throwable cause) {
    for (var link = cause; link != null; link = link.getCause()) {
      if (link instanceof SQLTransientException || link instanceof SQLRecoverableException) {
        return true;
      }
      if (link instanceof SQLException sql
          && (isTransient(sql.getSQLState()) || isExhausted(sql))) {
        return true;
      }
    }
    return false;
  }

  /** Whoever is asked who the caller is does not answer. */
  private static boolean isSaidToBeUnavailable(Throwable cause) {
    return cause instanceof HttpException refused
        && refused.getStatusCode() == ProblemType.UNAVAILABLE.status();
  }

  /**
   * Connection failure (08), no resources (53), shutdown (57P), serialization or deadlock (40), a
   * database that takes no writes, as a standby (25006), a disk that fails (58030).
   */
  private static boolean isTransient(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || state.startsWith("40")
            || state.equals("25006")
            || state.equals("58030"));
  }

  /** The pool gives no connection in time: Agroal says so without a state or a type of its own. */
  private static boolean isExhausted(SQLException cause) {
    return cause.getSQLState() == null
        && cause.getMessage() != null
        && cause.getMessage().startsWith("Acquisition timeout");
  }

  @ServerExceptionMapper
  public Response refused(ProblemException refusal) {
    return response(refusal.problem());
  }

  @ServerExceptionMapper
  public Response notSignedIn(UnauthorizedException missing) {
    return notSignedIn();
  }

  @ServerExceptionMapper
  Response badToken(AuthenticationFailedException invalid) {
    return notSignedIn();
  }

  @ServerExceptionMapper
  public Response notAllowed(ForbiddenException forbidden) {
    return response(
        Problem.of(
            ProblemType.NOT_ALLOWED,
            "The token's role does not allow this. Ask an administrator for the role."));
  }

  @ServerExceptionMapper
  Response notTaken(UnreadableJsonException refused) {
    return response(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "The body is not the JSON expected; see violations.",
            List.of(new Violation(refused.pointer(), refused.expected()))));
  }

  /**
   * Bodies are read strictly; JSON trouble that is left over is an answer that cannot be written.
   */
  @ServerExceptionMapper
  Response notWritable(JacksonException ours) {
    return unexpected(ours);
  }

  /** More specific than the framework's own mapper, which would blame the caller. */
  @ServerExceptionMapper
  Response notWritable(MismatchedInputException ours) {
    return unexpected(ours);
  }

  @ServerExceptionMapper
  Response notValid(ConstraintViolationException invalid) {
    var violations =
        invalid.getConstraintViolations().stream()
            .map(fault -> new Violation(ViolationPointer.of(fault), fault.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
            .toList();
    return response(
        Problem.of(
            ProblemType.MALFORMED_REQUEST, "The request has faults; see violations.", violations));
  }

  @ServerExceptionMapper
  Response refusedByTheServer(WebApplicationException refusal) {
    if (isTransient(refusal)) {
      return unavailable();
    }
    return switch (refusal.getResponse().getStatus()) {
      case 400 -> of(ProblemType.MALFORMED_REQUEST, "The request cannot be read.");
      case 401 -> notSignedIn();
      case 404, 405 -> notThere();
      case 406 -> of(ProblemType.NOT_ACCEPTABLE, "Ask for application/json.");
      case 413 -> of(ProblemType.TOO_LARGE, "Send less at once.");
      case 415 -> of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "See /q/openapi for the content types.");
      default -> unexpected(refusal);
    };
  }

  @ServerExceptionMapper
  Response broken(Throwable cause, ContainerRequestContext request) {
    if (isTransient(cause) || isSaidToBeUnavailable(cause)) {
      return unavailable();
    }
    if (isUnreadableForm(cause)) {
      return of(
          ProblemType.MALFORMED_REQUEST,
          "The body is not the form that its content type says: percent signs, parts or the"
              + " boundary are wrong.");
    }
    return isRefusedValue(cause) ? notKept(cause, request) : unexpected(cause);
  }

  /**
   * Whether the reader of forms and uploads gave up. What it throws is of many kinds, and each
   * means that the body is no such form.
   */
  static boolean isUnreadableForm(@Nullable Throwable cause) {
    for (var link = cause; link != null; link = link.getCause()) {
      if (Arrays.stream(link.getStackTrace())
          .map(StackTraceElement::getClassName)
          .anyMatch(name -> name.startsWith(UPLOAD_READER) || name.contains(FORM_READER))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the database refuses a value as such (class 22): no text, a number or a time out of its
   * range. It came from the caller, and a check of ours should have found it.
   */
  static boolean isRefusedValue(@Nullable Throwable cause) {
    for (var link = cause; link != null; link = link.getCause()) {
      if (link instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith("22")) {
        return true;
      }
    }
    return false;
  }

  private static Response notKept(Throwable cause, ContainerRequestContext request) {
    LOGGER
        .atWarn()
        .addKeyValue("request", request.getMethod() + " " + request.getUriInfo().getPath())
        .addKeyValue("reason", cause.toString())
        .log("the database refused a value that no check refused before");
    return of(
        ProblemType.MALFORMED_REQUEST,
        "A value is out of the range that can be kept: a text, a number or a time.");
  }

  private static Response of(ProblemType type, String detail) {
    return response(Problem.of(type, detail));
  }

  /**
   * No such path, or not with that method; then {@code Allow} says with which (RFC 9110, 15.5.6).
   * The framework itself says 404 where a path of one resource begins as that of another does.
   */
  private static Response notThere() {
    var request = CurrentRequestManager.get();
    var methods =
        request == null ? Collections.<String>emptySortedSet() : AllowedMethods.of(request);
    if (request == null || methods.isEmpty() || methods.contains(request.getMethod())) {
      return of(ProblemType.NOT_FOUND, "Check the path and the identifiers in it.");
    }
    var refused =
        of(
            ProblemType.METHOD_NOT_ALLOWED,
            "See the header Allow, and /q/openapi for the operations.");
    return Response.fromResponse(refused).allow(methods).build();
  }

  private static Response notSignedIn() {
    return of(
        ProblemType.NOT_SIGNED_IN,
        "Send a valid bearer token, or to intake an API key or a client certificate: one of them.");
  }

  private static Response unavailable() {
    return of(ProblemType.UNAVAILABLE, "Nothing was half done. Try again after a few seconds.");
  }

  /** Whether the answer broke off because whoever asked hung up: nobody's fault, and no news. */
  private static boolean isOfCallerThatLeft(Throwable cause) {
    var request = CurrentRequestManager.get();
    if (request == null || !request.serverResponse().closed()) {
      return false;
    }
    for (var link = cause; link != null; link = link.getCause()) {
      if (link instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static Response unexpected(Throwable cause) {
    if (isOfCallerThatLeft(cause)) {
      LOGGER.atDebug().setCause(cause).log("the caller hung up before the end of the answer");
      return of(ProblemType.INTERNAL_ERROR, "Nobody reads this.");
    }
    LOGGER.atError().setCause(cause).log("request failed");
    return of(
        ProblemType.INTERNAL_ERROR, "The fault was logged. Try again, then call the operators.");
  }
}
