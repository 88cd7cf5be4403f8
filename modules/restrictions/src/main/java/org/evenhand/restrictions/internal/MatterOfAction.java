package org.evenhand.restrictions.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.intake.MatterId;
import org.evenhand.spi.SettingValue;

/** The one matter that an action is about, by its settings (P8.3.5, P8.3.6). */
final class MatterOfAction {

  private MatterOfAction() {}

  /** Empty for an action that is about none. */
  static Optional<MatterId> in(ImposedAction action) {
    return StoredForm.settings(action.decided().settings())
        .find("matter", SettingValue.MatterValue.class)
        .flatMap(value -> id(value.matter().id()));
  }

  private static Optional<MatterId> id(String text) {
    try {
      return Optional.of(new MatterId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
