package org.evenhand.spi;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that are nobody's on the open network, where a stranger's address must not lead. */
public final class PrivateAddresses {

  private PrivateAddresses() {}

  /** Loopback, private, shared, link-local, multicast and unrouted addresses (RFC 6890). */
  public static boolean isPrivate(InetAddress host) {
    byte[] a = host.getAddress();
    int first = a[0] & 0xFF;
    int second = a[1] & 0xFF;
    boolean reserved =
        host instanceof Inet6Address
            ? (first & 0xFE) == 0xFC || first == 0 || (first == 0x64 && second == 0xFF)
            : first == 0
                || (first == 100 && (second & 0xC0) == 64)
                || (first == 192 && second == 0)
                || (first == 198 && (second & 0xFE) == 18)
                || first >= 240;
    return reserved
        || host.isLoopbackAddress()
        || host.isSiteLocalAddress()
        || host.isLinkLocalAddress()
        || host.isAnyLocalAddress()
        || host.isMulticastAddress();
  }
}
