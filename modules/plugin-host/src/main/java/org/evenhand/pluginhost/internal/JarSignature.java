package org.evenhand.pluginhost.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.evenhand.pluginhost.PluginProblem;

/** Whose signature a jar bears: one signer for every file in it, or none that counts. */
sealed interface JarSignature {

  /** Every file is signed by this one signer, and none was changed since. */
  record Whole(X509Certificate signer) implements JarSignature {}

  /** What is wrong with the signature. */
  record Wanting(PluginProblem problem) implements JarSignature {}

  /**
   * Reads the jar in the order in which its content was read, so that what is verified is what is
   * loaded.
   */
  static JarSignature of(byte[] jar) {
    X509Certificate one = null;
    JarEntry entry = null;
    try (var in = new JarInputStream(new ByteArrayInputStream(jar), true)) {
      for (entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
        if (entry.isDirectory() || carriesSignature(entry.getName())) {
          continue;
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
          return one == null
              ? new Wanting(PluginProblem.of("SIGNATURE_MISSING"))
              : wanting("SIGNATURE_INCOMPLETE", entry);
        }
        if (signers.length != 1) {
          return wanting("SIGNATURE_NOT_OF_ONE", entry);
        }
        List<? extends java.security.cert.Certificate> path =
            signers[0].getSignerCertPath().getCertificates();
        X509Certificate signer = (X509Certificate) path.getFirst();
        if (one != null && !one.equals(signer)) {
          return wanting("SIGNATURE_NOT_OF_ONE", entry);
        }
        one = signer;
      }
    } catch (SecurityException | IOException broken) {
      return new Wanting(
          PluginProblem.of(
              "SIGNATURE_BROKEN",
              "entry",
              entry == null ? "META-INF/MANIFEST.MF" : PluginArchive.shown(entry.getName())));
    }
    return one == null ? new Wanting(PluginProblem.of("SIGNATURE_MISSING")) : new Whole(one);
  }

  private static Wanting wanting(String code, JarEntry entry) {
    return new Wanting(PluginProblem.of(code, "entry", PluginArchive.shown(entry.getName())));
  }

  /**
   * The files that hold the signature itself; no class and no resource of a plugin is among them.
   */
  private static boolean carriesSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && upper.indexOf('/', "META-INF/".length()) < 0
        && (upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC"));
  }
}
