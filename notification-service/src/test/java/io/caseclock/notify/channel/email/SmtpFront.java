package io.caseclock.notify.channel.email;

import io.caseclock.notify.channel.ChannelBehaviour.OtherEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stands before a real SMTP server and spoils what lies between it and its client. */
final class SmtpFront implements AutoCloseable {

  private static final byte[] FILLING = "0".repeat(8192).getBytes(StandardCharsets.US_ASCII);
  private static final long WITHOUT_END = 8L * 1024 * 1024;

  private final int port;
  private final int serverPort;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Written by the test, read by the connections' threads. */
  private volatile OtherEnd behaviour = OtherEnd.TAKES;

  private volatile ServerSocket listening;

  /** Done once nobody waits at the port any more; only then can it be bound anew. */
  private volatile Future<?> accepting = CompletableFuture.completedFuture(null);

  SmtpFront(int port, int serverPort) throws IOException {
    this.port = port;
    this.serverPort = serverPort;
    this.listening = listen();
  }

  private ServerSocket listen() throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    accepting = threads.submit(() -> accept(socket));
    return socket;
  }

  /** From the next connection on; those that exist are cut, as by a restart of the server. */
  void behave(OtherEnd next) throws IOException {
    switchTo(next);
    cut();
  }

  /** From the next connection on; those that exist stay as they are. */
  void switchTo(OtherEnd next) throws IOException {
    behaviour = next;
    if (next == OtherEnd.IS_AWAY) {
      stopListening();
    } else if (listening.isClosed()) {
      listening = listen();
    }
  }

  /** A closed socket keeps its port until the thread that waits at it has gone. */
  private void stopListening() throws IOException {
    listening.close();
    try {
      accepting.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException("the port was not let go", e);
    }
  }

  private void cut() throws IOException {
    for (var socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try {
      switch (behaviour) {
        case TAKES -> converse(client, false, false);
        case TAKES_AND_HANGS -> converse(client, true, false);
        case BREAKS_OFF -> converse(client, true, true);
        case REFUSES -> say(client.getOutputStream(), "554 5.3.2 not now\r\n");
        case ANSWERS_WITHOUT_END -> endless(client.getOutputStream());
        case IS_SILENT, IS_AWAY -> {}
      }
    } catch (IOException gone) {
      // One of the two hung up.
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void endless(OutputStream out) throws IOException {
    for (var n = 0L; n < WITHOUT_END; n += FILLING.length) {
      out.write(FILLING);
    }
  }

  /** Passes everything on, but swallows how the mail itself was answered where that is wanted. */
  private void converse(Socket client, boolean swallowsLast, boolean hangsUp) throws IOException {
    var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    open.add(server);
    threads.execute(() -> copy(client, server));
    var answers =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    var isMailSent = false;
    for (var line = answers.readLine(); line != null; line = answers.readLine()) {
      if (isMailSent && swallowsLast) {
        if (hangsUp) {
          client.close();
        }
        return;
      }
      say(client.getOutputStream(), line + "\r\n");
      isMailSent = line.startsWith("354");
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException gone) {
      // One of the two hung up.
    }
  }

  @Override
  public void close() throws IOException {
    stopListening();
    cut();
    threads.shutdownNow();
  }
}
