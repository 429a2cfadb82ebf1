package io.caseclock.notify.channel.http;

import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to configured addresses. A host is looked up once for each post, all of its addresses are
 * checked, and the connection is made to one of those that were checked: a name that leads
 * elsewhere a moment later leads nowhere. Redirects are never followed; an answer is read up to a
 * bound, and waited for no longer than the limits. Each post has a connection of its own.
 */
public final class HttpPoster {

  private static final String SECURE = "https";
  private static final int PORT = 80;
  private static final int SECURE_PORT = 443;

  /** More posts than any channel has under way; the others would wait within their time. */
  private static final int CONNECTIONS = 256;

  private final Limits limits;
  private final Hosts hosts;
  private final Vertx vertx;
  private final HttpClient client;

  public HttpPoster(Vertx vertx, Limits limits) {
    this(vertx, limits, Hosts.OF_THE_PLATFORM);
  }

  HttpPoster(Vertx vertx, Limits limits, Hosts hosts) {
    this.limits = limits;
    this.hosts = hosts;
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis())));
  }

  /**
   * Never throws.
   *
   * @param mostOfBody how many bytes of the answer's body are wanted; 0 where none, so that nobody
   *     waits for it either
   */
  public Answer send(URI url, Map<String, String> headers, byte[] body, int mostOfBody) {
    try {
      var addresses = hosts.addresses(url.getHost());
      if (!limits.allowPrivate() && !addresses.stream().allMatch(PublicAddress::is)) {
        return lost(Reason.REFUSED_ADDRESS, "not a public address");
      }
      return exchange(new Exchange(request(url, headers, addresses.getFirst()), body, mostOfBody));
    } catch (UnknownHostException e) {
      return lost(Reason.UNREACHABLE, "unknown host");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lost(Reason.BROKEN_OFF, "interrupted");
    }
  }

  /** The name stays what the other end is called and what its certificate must say. */
  private static RequestOptions request(URI url, Map<String, String> headers, InetAddress address) {
    var isSecure = SECURE.equals(url.getScheme());
    var usual = isSecure ? SECURE_PORT : PORT;
    var port = url.getPort() < 0 ? usual : url.getPort();
    var request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(isSecure)
            .setFollowRedirects(false)
            .setURI(pathAndQuery(url));
    headers.forEach(request::putHeader);
    return request;
  }

  private static String pathAndQuery(URI url) {
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  private Answer exchange(Exchange exchange) throws InterruptedException {
    try {
      return exchange
          .by(client, vertx.getOrCreateContext())
          .get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return lost(Reason.TIMEOUT, "no answer in time");
    } catch (ExecutionException e) {
      return lost(e.getCause());
    } finally {
      exchange.end();
    }
  }

  /** Messages of exceptions can hold the address, and with it a secret; they are not kept. */
  private static Answer lost(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> lost(Reason.BROKEN, "no cause");
      case ConnectException e -> lost(Reason.UNREACHABLE, "no connection");
      case SSLHandshakeException e -> lost(Reason.UNREACHABLE, "no trusted TLS");
      case IOException e -> lost(Reason.BROKEN_OFF, e.getClass().getSimpleName());
      case VertxException e -> lost(Reason.BROKEN_OFF, e.getClass().getSimpleName());
      default -> lost(Reason.BROKEN, cause.getClass().getSimpleName());
    };
  }

  private static Answer lost(Reason reason, String detail) {
    return new Answer.Lost(new Failed(reason, detail));
  }
}
