package org.evenhand.reporting.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.intake.ObligationKind;

/** What must be reported onward or recorded elsewhere, and is counted by kind and speed. */
final class Obligations {

  static final Set<String> ALL =
      Stream.concat(
              Arrays.stream(ObligationKind.values()).map(Enum::name), Stream.of("RECORD_ON_CRM"))
          .collect(Collectors.toUnmodifiableSet());

  private Obligations() {}
}
