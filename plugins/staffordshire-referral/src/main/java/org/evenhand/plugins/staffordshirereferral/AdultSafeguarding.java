package org.evenhand.plugins.staffordshirereferral;

import org.pf4j.Extension;

/** An adult with care and support needs who may be at risk, to adults' social care. */
@Extension
public class AdultSafeguarding extends PartnerForm {
  public AdultSafeguarding() {
    super(Form.ADULT);
  }
}
