package org.evenhand.plugins.staffordshirereferral;

import org.pf4j.Extension;

/** A child who may be at risk, to children's social care (MARF). */
@Extension
public class ChildReferral extends PartnerForm {
  public ChildReferral() {
    super(Form.CHILD);
  }
}
