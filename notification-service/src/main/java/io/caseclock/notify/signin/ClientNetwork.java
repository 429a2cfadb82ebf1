package io.caseclock.notify.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network from which somebody signs in: the addresses that one household or office has. */
final class ClientNetwork {

  /** Whoever has one address of IPv6 has all that begin with the same eight bytes. */
  private static final int NETWORK = 8;

  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** An address of IPv6 as its network; any other text as it is. No name is ever looked up. */
  static String of(String address) {
    var plain = address.split("%", 2)[0];
    if (!IPV6.matcher(plain).matches()) {
      return address;
    }
    try {
      var bytes = InetAddress.getByName(plain).getAddress();
      return bytes.length > NETWORK
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK)) + "/64"
          : plain;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private ClientNetwork() {}
}
