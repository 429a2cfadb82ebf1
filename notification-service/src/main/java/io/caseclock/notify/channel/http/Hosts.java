package io.caseclock.notify.channel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host, at least one. */
@FunctionalInterface
public interface Hosts {

  /** As the platform resolves names. */
  Hosts OF_THE_PLATFORM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
