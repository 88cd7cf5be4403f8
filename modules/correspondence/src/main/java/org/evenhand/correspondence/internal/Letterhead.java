package org.evenhand.correspondence.internal;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who writes, as it stands at the top of every letter; a line left blank is left out.
 *
 * @param council the council's name
 * @param address where it is reached by post, lines parted by commas
 * @param telephone as it is dialled from a telephone in England
 */
@Component
record Letterhead(
    @Value("${evenhand.letters.council:}") String council,
    @Value("${evenhand.letters.address:}") String address,
    @Value("${evenhand.letters.telephone:}") String telephone,
    @Value("${evenhand.letters.email:}") String email,
    @Value("${evenhand.letters.website:}") String website) {

  /** What stands under the name, line by line. */
  List<String> lines() {
    return java.util.stream.Stream.concat(
            Arrays.stream(address.split(",")),
            java.util.stream.Stream.of(telephone, email, website))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
