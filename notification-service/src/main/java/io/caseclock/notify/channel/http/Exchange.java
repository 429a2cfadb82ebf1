package io.caseclock.notify.channel.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One post and the beginning of its answer, which can be given up at any time. */
final class Exchange {

  private final RequestOptions options;
  private final byte[] body;
  private final int most;
  private @Nullable HttpClientRequest request;
  private boolean isOver;

  /**
   * @param most how many bytes of the answer's body are read; where 0, none is waited for
   */
  Exchange(RequestOptions options, byte[] body, int most) {
    this.options = options;
    this.body = body;
    this.most = most;
  }

  /**
   * Begins it.
   *
   * @param loop where every step happens: on another thread the answer could be over before it is
   *     listened to
   */
  CompletableFuture<Answer> by(HttpClient client, Context loop) {
    Promise<Answer> answer = Promise.promise();
    loop.runOnContext(
        begun ->
            client.request(options).compose(this::send).compose(this::read).onComplete(answer));
    return answer.future().toCompletionStage().toCompletableFuture();
  }

  /** Nothing is sent once it was given up, even where the connection comes only now. */
  private synchronized Future<HttpClientResponse> send(HttpClientRequest connected) {
    if (isOver) {
      connected.reset();
      return Future.failedFuture(new HttpClosedException("given up"));
    }
    request = connected;
    return connected.send(Buffer.buffer(body));
  }

  private Future<Answer> read(HttpClientResponse response) {
    Promise<Answer> answer = Promise.promise();
    var first = Buffer.buffer();
    response.exceptionHandler(answer::tryFail);
    if (most == 0) {
      answer.complete(answered(response, first));
      return answer.future();
    }
    response.handler(
        part -> {
          first.appendBuffer(part);
          if (first.length() >= most) {
            response.pause();
            answer.tryComplete(answered(response, first));
          }
        });
    response.endHandler(end -> answer.tryComplete(answered(response, first)));
    return answer.future();
  }

  private Answer answered(HttpClientResponse response, Buffer first) {
    var bytes = first.getBytes();
    return new Answer.Answered(
        response.statusCode(), Arrays.copyOf(bytes, Math.min(bytes.length, most)));
  }

  /** Ends the connection, whatever of the answer was not read. */
  synchronized void end() {
    isOver = true;
    if (request != null) {
      request.reset();
    }
  }
}
