package io.caseclock.admission.http;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes. The framework's own stream hangs up where nothing comes; this
 * one says so, and the caller can be answered. At most two pieces of it are here at a time. For one
 * reader.
 */
final class ArrivingBody implements BoundedBody.Source {

  private static final Buffer END = Buffer.buffer(0);
  private static final Buffer BROKEN = Buffer.buffer(0);

  private final HttpServerRequest request;
  private final BlockingQueue<Buffer> arrived = new LinkedBlockingQueue<>();
  private @Nullable Buffer piece;
  private int position;

  private ArrivingBody(HttpServerRequest request) {
    this.request = request;
  }

  /** Asks for the first piece, and for the whole of it where the caller waits to be asked. */
  static ArrivingBody of(HttpServerRequest request) {
    var body = new ArrivingBody(request);
    synchronized (request.connection()) {
      body.begin();
    }
    return body;
  }

  private void begin() {
    if (request.isEnded()) {
      arrived.add(END);
    } else if (request.connection() instanceof ConnectionBase it && !it.channel().isOpen()) {
      arrived.add(BROKEN);
    } else {
      request.pause();
      request.handler(arrived::add);
      request.endHandler(end -> arrived.add(END));
      request.exceptionHandler(gone -> arrived.add(BROKEN));
      if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
        request.response().writeContinue();
      }
      request.fetch(1);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length, long nanos) throws IOException {
    while (piece == null || position == piece.length()) {
      piece = next(nanos);
      position = 0;
      if (piece == null) {
        return LATE;
      }
      if (piece == END) {
        return -1;
      }
      request.fetch(1);
    }
    var count = Math.min(length, piece.length() - position);
    piece.getBytes(position, position + count, into, offset);
    position += count;
    return count;
  }

  private @Nullable Buffer next(long nanos) throws IOException {
    if (!BlockingOperationControl.isBlockingAllowed()) {
      throw new IllegalStateException("a body is not waited for on an event loop");
    }
    try {
      var next = arrived.poll(nanos, TimeUnit.NANOSECONDS);
      if (next == BROKEN) {
        throw new IOException("the caller is gone");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the wait for a body was ended");
    }
  }
}
