package org.evenhand.app;

import org.evenhand.sharing.SigningKeys;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** A secret that does not open the council's keys stops the start, before anything listens. */
@Component
class KeySecretOpens implements SmartInitializingSingleton {

  private final SigningKeys keys;

  KeySecretOpens(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!keys.open()) {
      throw new WrongSetting(
          Settings.KEY_SECRET,
          "is not the one that the council's signing keys were sealed with. Give that one.");
    }
  }
}
