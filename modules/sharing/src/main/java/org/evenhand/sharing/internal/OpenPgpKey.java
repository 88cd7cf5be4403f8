package org.evenhand.sharing.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cryptlib.CryptlibObjectIdentifiers;
import org.bouncycastle.asn1.gnu.GNUObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.KeyUse;
import org.evenhand.sharing.SealFormat;
import org.jspecify.annotations.Nullable;

/**
 * A partner's OpenPGP certificate, version 4, and which of its keys is sealed with: the youngest
 * that the certificate binds to itself and declares to encrypt, of a kind and size on the list,
 * neither expired nor revoked. What nobody signed for, or signed for with SHA-1, counts for
 * nothing; a revocation counts as soon as it is there.
 */
record OpenPgpKey(PGPPublicKey primary, PGPPublicKey sealsWith, @Nullable Instant expires) {

  private static final String PRIVATE = "PRIVATE KEY BLOCK";
  private static final String PUBLIC = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
  private static final int LONGEST = 50_000;
  private static final int FEWEST_RSA_BITS = 3072;

  private static final Set<ASN1ObjectIdentifier> SIGNING_CURVES =
      Set.of(
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          GNUObjectIdentifiers.Ed25519);

  private static final Set<ASN1ObjectIdentifier> SEALING_CURVES =
      Set.of(
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          CryptlibObjectIdentifiers.curvey25519);

  private static final Set<Integer> HASHES =
      Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

  private static final int ENCRYPTS = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

  /** What speaks against a key, the one to be told first at the top. */
  private enum Fault {
    KEY_REVOKED,
    KEY_EXPIRED,
    KEY_TOO_WEAK,
    KEY_KIND_NOT_TAKEN,
    KEY_MALFORMED,
    KEY_FOR_ANOTHER_USE
  }

  /** What the certificate says of one of its keys, if anything that counts. */
  private record Said(PGPPublicKey key, @Nullable PGPSignature binding, EnumSet<Fault> faults) {

    @Nullable Instant expires() {
      return binding == null ? null : OpenPgpKey.expires(key, binding);
    }

    boolean encrypts() {
      PGPSignatureSubpacketVector hashed = binding == null ? null : binding.getHashedSubPackets();
      return hashed != null && (hashed.getKeyFlags() & ENCRYPTS) != 0;
    }
  }

  static boolean looksLikeOne(String text) {
    return text.strip().startsWith("-----BEGIN PGP ");
  }

  /** Says what is wrong with it and never repeats it: it may be a private key. */
  static Outcome<PublicKey> read(String text, KeyUse use, Instant now) {
    if (text.contains(PRIVATE)) {
      return refused(Fault.KEY_MALFORMED, "KEY_IS_PRIVATE");
    }
    if (text.length() > LONGEST || !text.strip().startsWith(PUBLIC)) {
      return refused(Fault.KEY_MALFORMED, null);
    }
    if (use != KeyUse.ENCRYPTION) {
      return refused(Fault.KEY_FOR_ANOTHER_USE, null);
    }
    try {
      var objects =
          new PGPObjectFactory(
              PGPUtil.getDecoderStream(
                  new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8))),
              new BcKeyFingerprintCalculator());
      Object first = objects.nextObject();
      if (first instanceof PGPSecretKeyRing) {
        return refused(Fault.KEY_MALFORMED, "KEY_IS_PRIVATE");
      }
      if (!(first instanceof PGPPublicKeyRing ring) || objects.nextObject() != null) {
        return refused(Fault.KEY_MALFORMED, null);
      }
      var faults = EnumSet.noneOf(Fault.class);
      Optional<OpenPgpKey> chosen = chosen(ring, now, faults);
      return chosen.isEmpty()
          ? refused(faults.iterator().next(), null)
          : Outcome.done(chosen.get().described(ring));
    } catch (IOException | PGPException | RuntimeException malformed) {
      return refused(Fault.KEY_MALFORMED, null);
    }
  }

  /**
   * Of one that was read before and is within its days.
   *
   * @param armoured as it is kept
   */
  static OpenPgpKey kept(String armoured, Instant now) throws IOException, PGPException {
    var ring =
        new PGPPublicKeyRing(
            PGPUtil.getDecoderStream(
                new ByteArrayInputStream(armoured.getBytes(StandardCharsets.US_ASCII))),
            new BcKeyFingerprintCalculator());
    return chosen(ring, now, EnumSet.noneOf(Fault.class))
        .orElseThrow(() -> new PGPException("nothing to seal with in it"));
  }

  private static Optional<OpenPgpKey> chosen(
      PGPPublicKeyRing ring, Instant now, EnumSet<Fault> faults) throws PGPException {
    PGPPublicKey primary = ring.getPublicKey();
    Said whole = said(primary, bindingOfPrimary(primary), now);
    whole.faults().remove(Fault.KEY_FOR_ANOTHER_USE);
    faults.addAll(whole.faults());
    addIf(faults, primary.getVersion() != PublicKeyPacket.VERSION_4, Fault.KEY_KIND_NOT_TAKEN);
    strength(primary, SIGNING_CURVES, faults);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    var candidates = new ArrayList<Said>();
    for (PGPPublicKey key : ring) {
      PGPSignature binding =
          key.isMasterKey()
              ? whole.binding()
              : latest(key, primary, key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING));
      Said one = said(key, binding, now);
      if (one.encrypts() || !key.isMasterKey()) {
        strength(key, SEALING_CURVES, one.faults());
        candidates.add(one);
      }
    }
    Optional<Said> youngest =
        candidates.stream()
            .filter(one -> one.faults().isEmpty())
            .max(Comparator.comparing(one -> one.key().getCreationTime()));
    if (youngest.isEmpty()) {
      candidates.stream().filter(Said::encrypts).forEach(one -> faults.addAll(one.faults()));
      addIf(faults, faults.isEmpty(), Fault.KEY_FOR_ANOTHER_USE);
      return Optional.empty();
    }
    return Optional.of(
        new OpenPgpKey(
            primary, youngest.get().key(), earlier(whole.expires(), youngest.get().expires())));
  }

  private static Said said(PGPPublicKey key, @Nullable PGPSignature binding, Instant now) {
    var said = new Said(key, binding, EnumSet.noneOf(Fault.class));
    addIf(said.faults(), key.hasRevocation(), Fault.KEY_REVOKED);
    if (binding == null) {
      said.faults().add(Fault.KEY_MALFORMED);
      return said;
    }
    addIf(said.faults(), !HASHES.contains(binding.getHashAlgorithm()), Fault.KEY_TOO_WEAK);
    Instant expires = said.expires();
    addIf(said.faults(), expires != null && !now.isBefore(expires), Fault.KEY_EXPIRED);
    addIf(said.faults(), !said.encrypts(), Fault.KEY_FOR_ANOTHER_USE);
    return said;
  }

  /** The latest that the primary key signed about itself and that holds. */
  private static @Nullable PGPSignature bindingOfPrimary(PGPPublicKey primary) throws PGPException {
    PGPSignature found =
        latest(primary, primary, primary.getSignaturesOfType(PGPSignature.DIRECT_KEY));
    for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
      String id = new String(ids.next(), StandardCharsets.UTF_8);
      List<PGPSignature> own = new ArrayList<>();
      Iterator<PGPSignature> all = primary.getSignaturesForID(id);
      if (all != null) {
        all.forEachRemaining(own::add);
      }
      own.removeIf(one -> one.getKeyID() != primary.getKeyID());
      if (own.stream()
          .anyMatch(one -> one.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION)) {
        continue;
      }
      for (PGPSignature one : own) {
        one.init(new BcPGPContentVerifierBuilderProvider(), primary);
        if (one.isCertification() && one.verifyCertification(id, primary)) {
          found = later(found, one);
        }
      }
    }
    return found;
  }

  private static @Nullable PGPSignature latest(
      PGPPublicKey key, PGPPublicKey primary, Iterator<PGPSignature> signatures)
      throws PGPException {
    PGPSignature found = null;
    while (signatures.hasNext()) {
      PGPSignature one = signatures.next();
      if (one.getKeyID() != primary.getKeyID()) {
        continue;
      }
      one.init(new BcPGPContentVerifierBuilderProvider(), primary);
      boolean holds =
          key.isMasterKey()
              ? one.verifyCertification(primary)
              : one.verifyCertification(primary, key);
      if (holds) {
        found = later(found, one);
      }
    }
    return found;
  }

  private static PGPSignature later(@Nullable PGPSignature found, PGPSignature one) {
    return found == null || one.getCreationTime().after(found.getCreationTime()) ? one : found;
  }

  private static @Nullable Instant expires(PGPPublicKey key, PGPSignature binding) {
    PGPSignatureSubpacketVector hashed = binding.getHashedSubPackets();
    long seconds = hashed == null ? 0 : hashed.getKeyExpirationTime();
    return seconds == 0 ? null : key.getCreationTime().toInstant().plusSeconds(seconds);
  }

  private static void strength(
      PGPPublicKey key, Set<ASN1ObjectIdentifier> curves, EnumSet<Fault> faults) {
    switch (key.getAlgorithm()) {
      case PublicKeyAlgorithmTags.RSA_GENERAL ->
          addIf(faults, key.getBitStrength() < FEWEST_RSA_BITS, Fault.KEY_TOO_WEAK);
      case PublicKeyAlgorithmTags.ECDSA,
          PublicKeyAlgorithmTags.ECDH,
          PublicKeyAlgorithmTags.EDDSA_LEGACY ->
          addIf(
              faults,
              !(key.getPublicKeyPacket().getKey() instanceof ECPublicBCPGKey curve
                  && curves.contains(curve.getCurveOID())),
              Fault.KEY_KIND_NOT_TAKEN);
      default -> faults.add(Fault.KEY_KIND_NOT_TAKEN);
    }
  }

  private static void addIf(EnumSet<Fault> faults, boolean wrong, Fault fault) {
    if (wrong) {
      faults.add(fault);
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private PublicKey described(PGPPublicKeyRing ring) throws IOException {
    Instant end = expires;
    LocalDate lastWholeDay =
        end == null ? null : end.atZone(WorkingDays.LONDON).toLocalDate().minusDays(1);
    boolean rsa = sealsWith.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL;
    return new PublicKey(
        SealFormat.OPENPGP,
        HexFormat.of().withUpperCase().toHexDigits(primary.getKeyID()),
        rsa ? "RSA with AES-256" : "ECDH with AES-256",
        armoured(ring.getEncoded()),
        fingerprint(primary),
        lastWholeDay);
  }

  static String fingerprint(PGPPublicKey key) {
    return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
  }

  /** As it is compared, however it was written down. */
  static String plainFingerprint(String text) {
    return text.replaceAll("[\\s:]+", "").toUpperCase(Locale.ROOT);
  }

  static String armoured(byte[] packets) throws IOException {
    var text = new ByteArrayOutputStream();
    try (OutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(text)) {
      armour.write(packets);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }

  private static Outcome<PublicKey> refused(Fault fault, @Nullable String code) {
    return Outcome.refused(Refusal.at(code == null ? fault.name() : code, "publicKey"));
  }
}
