package org.evenhand.plugins.policereport;

import org.pf4j.Extension;

/** What somebody perceived as driven by hate, crime or not (question 25). */
@Extension
public class HateIncidentReport extends PoliceForm {
  public HateIncidentReport() {
    super(Form.HATE_INCIDENT);
  }
}
