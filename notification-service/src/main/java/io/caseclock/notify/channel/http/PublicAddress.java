package io.caseclock.notify.channel.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Tells an address on the internet from one that only the own network or machine has. */
final class PublicAddress {

  /** A network: its bytes, and how many bits of them count. */
  private record Network(byte[] prefix, int bits) {

    static Network of(int bits, int... prefix) {
      var bytes = new byte[prefix.length];
      for (var i = 0; i < prefix.length; i++) {
        bytes[i] = (byte) prefix[i];
      }
      return new Network(bytes, bits);
    }

    boolean holds(byte[] address) {
      for (var bit = 0; bit < bits; bit++) {
        if (bit(address, bit) != bit(prefix, bit)) {
          return false;
        }
      }
      return true;
    }

    private static int bit(byte[] bytes, int index) {
      return index / 8 < bytes.length ? bytes[index / 8] >> (7 - index % 8) & 1 : 0;
    }
  }

  /** After IANA's registry of special-purpose addresses. */
  private static final List<Network> SPECIAL_4 =
      List.of(
          Network.of(8, 0),
          Network.of(8, 10),
          Network.of(10, 100, 64),
          Network.of(8, 127),
          Network.of(16, 169, 254),
          Network.of(12, 172, 16),
          Network.of(24, 192, 0, 0),
          Network.of(24, 192, 0, 2),
          Network.of(16, 192, 168),
          Network.of(15, 198, 18),
          Network.of(24, 198, 51, 100),
          Network.of(24, 203, 0, 113),
          Network.of(3, 0xE0));

  private static final List<Network> SPECIAL_6 =
      List.of(
          Network.of(64, 0x01, 0x00),
          Network.of(23, 0x20, 0x01, 0x00),
          Network.of(32, 0x20, 0x01, 0x0D, 0xB8),
          Network.of(7, 0xFC),
          Network.of(10, 0xFE, 0x80),
          Network.of(10, 0xFE, 0xC0),
          Network.of(8, 0xFF));

  /** An IPv4 address inside an IPv6 one: mapped, compatible (with :: and ::1), NAT64, 6to4. */
  private static final Network MAPPED = Network.of(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);

  private static final Network COMPATIBLE = Network.of(96, 0);
  private static final Network NAT64 = Network.of(96, 0, 0x64, 0xFF, 0x9B);
  private static final Network NAT64_LOCAL = Network.of(48, 0, 0x64, 0xFF, 0x9B, 0, 1);
  private static final Network SIX_TO_FOUR = Network.of(16, 0x20, 0x02);

  static boolean is(InetAddress address) {
    var bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] address) {
    return SPECIAL_4.stream().noneMatch(network -> network.holds(address));
  }

  private static boolean isPublic6(byte[] address) {
    if (MAPPED.holds(address) || NAT64.holds(address)) {
      return isPublic4(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.holds(address)) {
      return isPublic4(Arrays.copyOfRange(address, 2, 6));
    }
    return !COMPATIBLE.holds(address)
        && !NAT64_LOCAL.holds(address)
        && SPECIAL_6.stream().noneMatch(network -> network.holds(address));
  }

  private PublicAddress() {}
}
