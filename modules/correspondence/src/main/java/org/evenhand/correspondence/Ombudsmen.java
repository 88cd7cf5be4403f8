package org.evenhand.correspondence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.MatterView;

/**
 * Which Ombudsman a letter names (F4): the Housing Ombudsman for matters about the council as
 * landlord, the one of local government for everything else and where no matter is known, both
 * where they are mixed.
 */
public final class Ombudsmen {

  private Ombudsmen() {}

  /**
   * @param matters what the case is about
   * @param added whom the writer names besides; nobody is left out by that
   */
  public static Set<Ombudsman> of(Collection<MatterView> matters, Collection<Ombudsman> added) {
    var named = EnumSet.noneOf(Ombudsman.class);
    named.addAll(added);
    for (MatterView matter : matters) {
      named.add(
          matter.kind() == MatterKind.TENANCY ? Ombudsman.HOUSING : Ombudsman.LOCAL_GOVERNMENT);
    }
    if (named.isEmpty()) {
      named.add(Ombudsman.LOCAL_GOVERNMENT);
    }
    return named;
  }
}
