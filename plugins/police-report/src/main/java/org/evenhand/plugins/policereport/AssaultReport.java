package org.evenhand.plugins.policereport;

import org.pf4j.Extension;

/** An assault on staff, a member or another customer, physical or verbal (P9.5). */
@Extension
public class AssaultReport extends PoliceForm {
  public AssaultReport() {
    super(Form.ASSAULT);
  }
}
