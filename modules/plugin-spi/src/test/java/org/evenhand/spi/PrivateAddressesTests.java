package org.evenhand.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateAddressesTests {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true", "10.1.2.3,true", "172.16.0.1,true", "192.168.1.1,true",
        "169.254.169.254,true",
    "100.64.0.1,true", "0.0.0.0,true", "198.18.0.1,true", "224.0.0.1,true", "255.255.255.255,true",
    "::1,true", "fd00::1,true", "fe80::1,true", "::ffff:10.0.0.1,true", "64:ff9b::a00:1,true",
    "93.184.216.34,false", "172.32.0.1,false", "100.128.0.1,false", "2606:2800:220:1::1,false"
  })
  @DisplayName("which addresses are private")
  void knowsPrivateAddresses(String address, boolean expected) throws UnknownHostException {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isEqualTo(expected);
  }
}
