package org.evenhand.appeals;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.correspondence.Ombudsman;

/** How a scheme ended a complaint, by the names that it uses itself. */
public enum OmbudsmanFinding {
  FAULT_CAUSING_INJUSTICE(OmbudsmanResult.UPHELD, Ombudsman.LOCAL_GOVERNMENT),
  FAULT_WITHOUT_INJUSTICE(OmbudsmanResult.UPHELD, Ombudsman.LOCAL_GOVERNMENT),
  /** Fault that the council had put right before. */
  FAULT_ALREADY_REMEDIED(OmbudsmanResult.UPHELD, Ombudsman.LOCAL_GOVERNMENT),
  NO_FAULT(OmbudsmanResult.NOT_UPHELD, Ombudsman.LOCAL_GOVERNMENT),
  CLOSED_AFTER_INITIAL_ENQUIRIES(OmbudsmanResult.NOT_DECIDED, Ombudsman.LOCAL_GOVERNMENT),
  SEVERE_MALADMINISTRATION(OmbudsmanResult.UPHELD, Ombudsman.HOUSING),
  MALADMINISTRATION(OmbudsmanResult.UPHELD, Ombudsman.HOUSING),
  SERVICE_FAILURE(OmbudsmanResult.UPHELD, Ombudsman.HOUSING),
  /** The landlord had put it right before. */
  REASONABLE_REDRESS(OmbudsmanResult.NOT_UPHELD, Ombudsman.HOUSING),
  NO_MALADMINISTRATION(OmbudsmanResult.NOT_UPHELD, Ombudsman.HOUSING),
  RESOLVED_WITH_INTERVENTION(OmbudsmanResult.NOT_DECIDED, Ombudsman.HOUSING),
  OUTSIDE_JURISDICTION(OmbudsmanResult.NOT_DECIDED, Ombudsman.LOCAL_GOVERNMENT, Ombudsman.HOUSING),
  /** The council has to answer the complaint itself first. */
  REFERRED_BACK(OmbudsmanResult.NOT_DECIDED, Ombudsman.LOCAL_GOVERNMENT, Ombudsman.HOUSING),
  /** Not gone on with, or taken back by the complainant. */
  DISCONTINUED(OmbudsmanResult.NOT_DECIDED, Ombudsman.LOCAL_GOVERNMENT, Ombudsman.HOUSING);

  private final OmbudsmanResult result;
  private final Set<Ombudsman> schemes;

  OmbudsmanFinding(OmbudsmanResult result, Ombudsman scheme, Ombudsman... more) {
    this.result = result;
    this.schemes = EnumSet.of(scheme, more);
  }

  public OmbudsmanResult result() {
    return result;
  }

  /** Whether that scheme ends complaints in this way. */
  public boolean isOf(Ombudsman scheme) {
    return schemes.contains(scheme);
  }
}
