package org.evenhand.spi;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Renders a referral in the form a kind of partner asks for (P8.2). Pure: the same dossier gives
 * the same documents.
 */
public interface ReferralExport extends ExtensionPoint {

  /** Stable id. */
  TypeId id();

  /** What it is called. */
  Texts name();

  /** Code of the kind of partner it is for, lower-case words joined by hyphens. */
  String partnerKind();

  /** What may be shared with it for; at least one. */
  Set<SharingPurpose> purposes();

  /** Which fields it uses for a purpose it supports. */
  FieldRules fields(SharingPurpose purpose);

  /** Of the form it renders, such as {@code 2026-04}; written into each document. */
  String schemaVersion();

  /** The documents; at least one. */
  List<Artefact> render(Dossier dossier);
}
