package org.evenhand.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an export is given to render: only the fields its purpose allows. It asks, it never invents:
 * what is missing here is missing in the form.
 *
 * @param referral the referral's reference
 * @param purpose what it is shared for
 * @param asOf the instant the values are of
 * @param fields by field code
 */
public record Dossier(
    String referral, SharingPurpose purpose, Instant asOf, Map<String, DossierValue> fields) {
  public Dossier {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
