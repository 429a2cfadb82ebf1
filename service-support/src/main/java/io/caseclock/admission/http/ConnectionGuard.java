package io.caseclock.admission.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose head of a request does not come whole in time, however steadily single
 * bytes come, and one that is silent between requests. While a request is at work it does nothing.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

  private static final AttributeKey<ConnectionGuard> KEY =
      AttributeKey.valueOf(ConnectionGuard.class, "guard");

  private final Channel channel;
  private final ConnectionTimeouts lateness;
  private @Nullable Future<?> deadline;
  private boolean silent;
  private int requests;

  private ConnectionGuard(Channel channel, ConnectionTimeouts lateness) {
    this.channel = channel;
    this.lateness = lateness;
  }

  /** The guard of the connection; it gets one where it has none. */
  static ConnectionGuard of(Channel channel, ConnectionTimeouts lateness) {
    var known = channel.attr(KEY).get();
    if (known != null) {
      return known;
    }
    var guard = new ConnectionGuard(channel, lateness);
    channel.attr(KEY).set(guard);
    channel.pipeline().addFirst(guard);
    return guard;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    arm(lateness.headWithin());
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (silent) {
      silent = false;
      arm(lateness.headWithin());
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    disarm();
    context.fireChannelInactive();
  }

  /** The head of a request has come whole. */
  void requestBegan() {
    onLoop(
        () -> {
          requests++;
          silent = false;
          disarm();
        });
  }

  /** A request was answered. */
  void requestEnded() {
    onLoop(
        () -> {
          requests--;
          if (requests == 0) {
            silent = true;
            arm(lateness.idleWithin());
          }
        });
  }

  private void onLoop(Runnable step) {
    if (channel.eventLoop().inEventLoop()) {
      step.run();
    } else {
      channel.eventLoop().execute(step);
    }
  }

  private void arm(Duration within) {
    disarm();
    if (channel.isActive()) {
      Runnable close = () -> channel.close().addListener(closed -> {});
      deadline = channel.eventLoop().schedule(close, within.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void disarm() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }
}
