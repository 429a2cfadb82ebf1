package io.caseclock.notify.channel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Hosts {

  /** What the client itself asks a moment later; the platform keeps an answer for some seconds. */
  Hosts OF_THE_PLATFORM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
