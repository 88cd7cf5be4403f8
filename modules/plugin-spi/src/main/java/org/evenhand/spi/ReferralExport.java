package org.evenhand.spi;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Renders a referral in the form a kind of partner asks for (P8.2). Pure: the same dossier gives
 * the same documents. It asks and never invents: nothing is in a document that is not in the
 * dossier.
 */
public interface ReferralExport extends ExtensionPoint {

  /**
   * Stable id, which ends with the major version of its schema, such as {@code county.child-1}.
   * Agreements pin it; a new major version is a new id beside it, and both run together.
   */
  TypeId id();

  /** What it is called. */
  Texts name();

  /** Code of the kind of partner it is for, lower-case words joined by hyphens. */
  String partnerKind();

  /** What may be shared with it for; at least one. */
  Set<SharingPurpose> purposes();

  /** Which fields it uses for a purpose it supports. */
  FieldRules fields(SharingPurpose purpose);

  /** Of the form it renders, major and minor such as {@code 1.0}; written into each document. */
  String schemaVersion();

  /**
   * The documents; at least one. A page ({@code application/xhtml+xml}) is put on paper by the
   * house, as a PDF for everybody to read; {@link ReferralDocuments} writes the usual three.
   */
  List<Artefact> render(Dossier dossier);
}
