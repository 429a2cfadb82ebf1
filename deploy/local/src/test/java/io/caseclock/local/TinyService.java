package io.caseclock.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Stands for a service: a JVM that answers the readiness check, or ends at once when told to, or
 * once it was asked, or answers once and never again. Its port is its argument, or what the
 * environment of a service says.
 */
public final class TinyService {

  private TinyService() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("tiny service says hello");
    if ("broken".equals(System.getenv("TINY_SERVICE"))) {
      System.exit(3);
    }
    var port = arguments.length == 0 ? System.getenv("QUARKUS_HTTP_PORT") : arguments[0];
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
          if ("asked".equals(System.getenv("TINY_SERVICE"))) {
            System.exit(4);
          }
          if ("silent".equals(System.getenv("TINY_SERVICE"))) {
            server.stop(0);
          }
        });
    server.start();
    Thread.currentThread().join(); // until it is killed, whether it answers or not
  }
}
