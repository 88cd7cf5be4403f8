package org.evenhand.plugins.policereport;

import org.pf4j.Extension;

/** Calls or conduct that may be harassment, after the consultation (P9.4). */
@Extension
public class HarassmentReport extends PoliceForm {
  public HarassmentReport() {
    super(Form.HARASSMENT);
  }
}
