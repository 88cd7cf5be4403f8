package org.evenhand.plugins.staffordshirereferral;

import org.pf4j.Extension;

/** High-risk domestic abuse, to the meeting of all agencies (MARAC). */
@Extension
public class HighRiskDomesticAbuse extends PartnerForm {
  public HighRiskDomesticAbuse() {
    super(Form.DOMESTIC_ABUSE);
  }
}
