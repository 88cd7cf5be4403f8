package org.evenhand.designation.internal.web;

import java.util.List;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;

/** What every act on a consideration answers. */
record ConsiderationPayload(
    @Nullable ConsiderationView consideration, List<Refusal> refusals, List<Warning> warnings) {

  static ConsiderationPayload of(Outcome<ConsiderationView> outcome) {
    return new ConsiderationPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }
}
