package io.caseclock.admission.http;

import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every request first. It puts a guard on each connection, refuses what is announced
 * larger than anything here is, and ends a connection whose body was not read when its answer was
 * given: after a moment, so that the answer arrives before the end does.
 *
 * <p>The first request on a listening socket, in practice the first probe of the service's health,
 * has every later connection guarded from its first byte on.
 */
public final class GuardedConnections implements Handler<RoutingContext> {

  private static final String ACCEPTOR = "caseclock-guard";
  private static final long MOMENT_MILLIS = 1_000;

  /** So much of an unread body is passed over, and the connection used again. */
  private static final long PASSED_OVER = 64 * 1024;

  private final ConnectionTimeouts lateness;
  private final long largest;

  /**
   * Guards connections.
   *
   * @param largest the most bytes that any body here may have
   */
  public GuardedConnections(ConnectionTimeouts lateness, long largest) {
    this.lateness = lateness;
    this.largest = largest;
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    if (request.connection() instanceof ConnectionBase connection) {
      guard(context, connection.channel());
    }
    if (announced(request) > largest) {
      refuse(context);
    } else {
      context.next();
    }
  }

  private void guard(RoutingContext context, Channel channel) {
    guardLaterOnes(channel.parent());
    var guard = ConnectionGuard.of(channel, lateness);
    guard.requestBegan();
    context.addEndHandler(done -> guard.requestEnded());
    if (context.request().version() != HttpVersion.HTTP_2) {
      neverWaitForTheRest(context, channel);
    }
  }

  /** Of a body that nobody reads; a stream of HTTP/2 simply gets no more room to send. */
  private static void neverWaitForTheRest(RoutingContext context, Channel channel) {
    context.addHeadersEndHandler(
        written -> {
          if (isUnread(context.request()) || isLate(context)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
          }
        });
    context.addEndHandler(done -> leaveUnread(context, channel));
  }

  private void guardLaterOnes(@Nullable Channel listening) {
    if (listening != null && listening.pipeline().get(ACCEPTOR) == null) {
      synchronized (this) {
        if (listening.pipeline().get(ACCEPTOR) == null) {
          listening.pipeline().addFirst(ACCEPTOR, new Acceptor(lateness));
        }
      }
    }
  }

  private static void leaveUnread(RoutingContext context, Channel channel) {
    var request = context.request();
    if (!channel.isActive() || request.isEnded()) {
      return;
    }
    channel
        .eventLoop()
        .execute(
            () -> {
              if (!request.isEnded()) {
                passOver(context, isUnread(request) || isLate(context));
              }
            });
  }

  private static void passOver(RoutingContext context, boolean toBeClosed) {
    var request = context.request();
    var moment = context.vertx().setTimer(MOMENT_MILLIS, late -> closeQuietly(request));
    request.exceptionHandler(gone -> context.vertx().cancelTimer(moment));
    request.endHandler(
        whole -> {
          context.vertx().cancelTimer(moment);
          if (toBeClosed) {
            closeQuietly(request);
          }
        });
    request.handler(unread -> {});
    request.resume();
  }

  private static void closeQuietly(HttpServerRequest request) {
    request.connection().close().onComplete(closed -> {});
  }

  private static boolean isUnread(HttpServerRequest request) {
    return !request.isEnded()
        && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || announced(request) - request.bytesRead() > PASSED_OVER);
  }

  private static boolean isLate(RoutingContext context) {
    return context.response().getStatusCode() == ProblemType.TOO_SLOW.status();
  }

  /** The length that the request's head says; 0 where it does not say one. */
  private static long announced(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      try {
        return Long.parseLong(length);
      } catch (NumberFormatException e) {
        return Long.MAX_VALUE;
      }
    }
    return 0;
  }

  private void refuse(RoutingContext context) {
    var problem =
        Problem.of(ProblemType.TOO_LARGE, "No body here may have more than " + largest + " bytes.");
    context
        .response()
        .setStatusCode(problem.type().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(new JsonObject(problem.document()).encode())
        .onComplete(sent -> {});
  }

  /** Puts a guard on each new connection of a listening socket. */
  @Sharable
  private static final class Acceptor extends ChannelInboundHandlerAdapter {

    private final ConnectionTimeouts lateness;

    Acceptor(ConnectionTimeouts lateness) {
      this.lateness = lateness;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      if (accepted instanceof Channel channel) {
        ConnectionGuard.of(channel, lateness);
      }
      context.fireChannelRead(accepted);
    }
  }
}
