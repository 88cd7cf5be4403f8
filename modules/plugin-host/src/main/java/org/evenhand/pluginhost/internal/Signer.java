package org.evenhand.pluginhost.internal;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate that jars are signed with. It is pinned: what counts is that it is this one, not
 * who issued it.
 *
 * @param thumbprint SHA-256 of the certificate, in lower-case hexadecimal
 */
record Signer(String thumbprint, X509Certificate certificate) {

  static Signer of(X509Certificate certificate) {
    return new Signer(digest(encoded(certificate)), certificate);
  }

  /** Reads PEM or DER; empty for anything else, and for more than one certificate. */
  static Optional<Signer> read(byte[] text) {
    try {
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(text));
      return read.size() == 1
          ? Optional.of(of((X509Certificate) read.iterator().next()))
          : Optional.empty();
    } catch (CertificateException malformed) {
      return Optional.empty();
    }
  }

  /** A thumbprint as somebody writes it: colons, blanks and case do not matter. */
  static String normal(String thumbprint) {
    return thumbprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
  }

  byte[] encoded() {
    return encoded(certificate);
  }

  /** By its own account. */
  String subject() {
    return PluginArchive.shown(certificate.getSubjectX500Principal().getName());
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
