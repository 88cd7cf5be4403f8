package org.evenhand.sharing.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/**
 * Signs with the council's OpenPGP key and encrypts to the partner's, in one message (RFC 9580):
 * ECDSA with P-256 and SHA-256 within AES-256 with its integrity packet, whatever the partner's key
 * would prefer. Every implementation reads these.
 */
final class OpenPgpSeal {

  /** Names nobody; it says whose key it is where keys are listed. */
  private static final String USER_ID = "Evenhand referrals";

  private static final int BUFFER = 8_192;
  private static final SecureRandom RANDOM = new SecureRandom();

  private OpenPgpSeal() {}

  /**
   * @param fileName under which it is laid once opened; without a path
   * @param council with its private half, which no passphrase protects
   */
  static String sealed(
      byte[] content, String fileName, PGPSecretKeyRing council, OpenPgpKey partner, Instant now)
      throws IOException, PGPException {
    PGPSecretKey key = council.getSecretKey();
    var signature =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.ECDSA, HashAlgorithmTags.SHA256),
            key.getPublicKey());
    signature.init(PGPSignature.BINARY_DOCUMENT, key.extractPrivateKey(null));
    var about = new PGPSignatureSubpacketGenerator();
    about.setSignatureCreationTime(true, Date.from(now));
    about.setIssuerFingerprint(false, key);
    about.setIntendedRecipientFingerprint(false, partner.primary());
    signature.setHashedSubpackets(about.generate());

    var encryption =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(RANDOM));
    encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(partner.sealsWith()));
    var text = new ByteArrayOutputStream();
    try (OutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(text);
        OutputStream encrypted = encryption.open(armour, new byte[BUFFER])) {
      signature.generateOnePassVersion(false).encode(encrypted);
      try (OutputStream literal =
          new PGPLiteralDataGenerator()
              .open(encrypted, PGPLiteralData.BINARY, fileName, content.length, Date.from(now))) {
        literal.write(content);
      }
      signature.update(content);
      signature.generate().encode(encrypted);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }

  /** A key that signs and does nothing else. */
  static PGPSecretKeyRing drawn(Instant now) throws PGPException {
    var curve = SECObjectIdentifiers.secp256r1;
    var generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(curve, ECNamedCurveTable.getByOID(curve)), RANDOM));
    var pair =
        new BcPGPKeyPair(
            PublicKeyPacket.VERSION_4,
            PublicKeyAlgorithmTags.ECDSA,
            generator.generateKeyPair(),
            Date.from(now));
    var may = new PGPSignatureSubpacketGenerator();
    may.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    may.setSignatureCreationTime(true, Date.from(now));
    return new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            pair,
            USER_ID,
            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
            may.generate(),
            null,
            new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.ECDSA, HashAlgorithmTags.SHA256),
            null)
        .generateSecretKeyRing();
  }
}
