package org.evenhand.designation;

import java.util.Collection;
import java.util.Set;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.intake.CustomerId;

/** Which Ombudsman a letter about a case names (F4). */
public interface NamingOmbudsmen {

  /**
   * By the matters that the case or its incidents are linked to: landlord matters the Housing
   * Ombudsman, others the one of local government, both only where the case itself is about both.
   * Where it is linked to nothing it is one: the Housing Ombudsman if the customer has nothing but
   * landlord matters with us.
   *
   * @param added whom the writer names besides; nobody is left out by that
   */
  Set<Ombudsman> of(
      ConsiderationId consideration, CustomerId customer, Collection<Ombudsman> added);
}
