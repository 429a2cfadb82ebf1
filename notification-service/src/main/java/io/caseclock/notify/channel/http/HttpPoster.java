package io.caseclock.notify.channel.http;

import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to configured addresses. The host's addresses are looked up and checked before every post;
 * redirects are never followed; an answer is read up to a bound, and waited for no longer than the
 * limits.
 */
public final class HttpPoster {

  private final Limits limits;
  private final Hosts hosts;
  private final HttpClient client;

  public HttpPoster(Limits limits) {
    this(limits, Hosts.OF_THE_PLATFORM);
  }

  HttpPoster(Limits limits, Hosts hosts) {
    this.limits = limits;
    this.hosts = hosts;
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(limits.connect())
            .build();
  }

  /**
   * Never throws.
   *
   * @param mostOfBody how many bytes of the answer's body are wanted; 0 where none, so that nobody
   *     waits for it either
   */
  public Answer send(URI url, Map<String, String> headers, byte[] body, int mostOfBody) {
    try {
      if (!isAllowed(url.getHost())) {
        return lost(Reason.REFUSED_ADDRESS, "not a public address");
      }
      return exchange(request(url, headers, body), mostOfBody);
    } catch (UnknownHostException e) {
      return lost(Reason.UNREACHABLE, "unknown host");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lost(Reason.BROKEN_OFF, "interrupted");
    }
  }

  private boolean isAllowed(String host) throws UnknownHostException {
    return limits.allowPrivate() || hosts.addresses(host).stream().allMatch(PublicAddress::is);
  }

  private HttpRequest request(URI url, Map<String, String> headers, byte[] body) {
    var request = HttpRequest.newBuilder(url).timeout(limits.timeout());
    headers.forEach(request::header);
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }

  /** The request's own timeout ends with the status; the second one bounds the body as well. */
  private Answer exchange(HttpRequest request, int mostOfBody) throws InterruptedException {
    var answer = client.sendAsync(request, status -> new FirstBytes(mostOfBody));
    try {
      var got = answer.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Answered(got.statusCode(), got.body());
    } catch (TimeoutException e) {
      return lost(Reason.TIMEOUT, "no answer in time");
    } catch (ExecutionException e) {
      return lost(e.getCause());
    } finally {
      abandon(answer);
    }
  }

  private static void abandon(CompletableFuture<HttpResponse<byte[]>> answer) {
    if (!answer.isDone()) {
      answer.cancel(true);
    }
  }

  /** Messages of exceptions can hold the address, and with it a secret; they are not kept. */
  private static Answer lost(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> lost(Reason.BROKEN, "no cause");
      case HttpConnectTimeoutException e -> lost(Reason.UNREACHABLE, "no connection in time");
      case HttpTimeoutException e -> lost(Reason.TIMEOUT, "no answer in time");
      case ConnectException e -> lost(Reason.UNREACHABLE, "no connection");
      case SSLHandshakeException e -> lost(Reason.UNREACHABLE, "no trusted TLS");
      case IOException e -> lost(Reason.BROKEN_OFF, e.getClass().getSimpleName());
      default -> lost(Reason.BROKEN, cause.getClass().getSimpleName());
    };
  }

  private static Answer lost(Reason reason, String detail) {
    return new Answer.Lost(new Failed(reason, detail));
  }
}
