package org.evenhand.app;

import org.jspecify.annotations.Nullable;

/** A setting with which the product cannot start: which, what is wrong with it, what to do. */
final class WrongSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongSetting(String setting, String whatIsWrongAndWhatToDo) {
    super("Evenhand did not start: " + setting + " " + whatIsWrongAndWhatToDo);
  }

  static @Nullable WrongSetting in(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof WrongSetting wrong) {
        return wrong;
      }
    }
    return null;
  }

  /** Says it in one line and ends the process. */
  void stop() {
    System.err.println(getMessage());
    System.err.flush();
    Runtime.getRuntime().halt(2);
  }
}
