package org.evenhand.sharing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.jcajce.JcaPGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcePublicKeyDataDecryptorFactoryBuilder;

/**
 * A partner's OpenPGP key as its own software would make it, with one way of being wrong; it opens
 * what it gets through the JCA, which the product does not go through.
 */
public record OpenPgpOfPartner(PGPSecretKeyRing ring) {

  /** What is the matter with it. */
  public enum Flaw {
    NONE,
    RSA_2048,
    SIGNED_WITH_SHA1,
    EXPIRED,
    SUBKEY_REVOKED,
    WHOLE_REVOKED,
    NOTHING_ENCRYPTS
  }

  /** What a message says and who signed it. */
  public record Opened(String content, boolean signed, boolean whole) {}

  private static final Provider JCA = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * @param made when it was made
   * @param lasts for how long; zero for ever
   */
  public static OpenPgpOfPartner made(Instant made, Duration lasts, Flaw flaw) {
    try {
      return new OpenPgpOfPartner(ring(made, lasts, flaw));
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PGPSecretKeyRing ring(Instant made, Duration lasts, Flaw flaw)
      throws PGPException {
    Date on = Date.from(made);
    var signs = new Ed25519KeyPairGenerator();
    signs.init(new Ed25519KeyGenerationParameters(RANDOM));
    var primary =
        new BcPGPKeyPair(4, PublicKeyAlgorithmTags.EDDSA_LEGACY, signs.generateKeyPair(), on);
    int hash = flaw == Flaw.SIGNED_WITH_SHA1 ? HashAlgorithmTags.SHA1 : HashAlgorithmTags.SHA512;
    var signer = new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, hash);
    var generator =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            primary,
            "Referrals desk <referrals@partner.example>",
            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
            says(on, lasts, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA).generate(),
            null,
            signer,
            null);
    int use =
        flaw == Flaw.NOTHING_ENCRYPTS
            ? KeyFlags.AUTHENTICATION
            : KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;
    var subkey =
        flaw == Flaw.RSA_2048
            ? new BcPGPKeyPair(4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa2048(), on)
            : new BcPGPKeyPair(4, PublicKeyAlgorithmTags.ECDH, x25519(), on);
    generator.addSubKey(subkey, says(on, lasts, use).generate(), null);
    PGPSecretKeyRing ring = generator.generateSecretKeyRing();
    return switch (flaw) {
      case SUBKEY_REVOKED -> revoked(ring, false, signer, on);
      case WHOLE_REVOKED -> revoked(ring, true, signer, on);
      default -> ring;
    };
  }

  private static PGPSignatureSubpacketGenerator says(Date on, Duration lasts, int use) {
    var says = new PGPSignatureSubpacketGenerator();
    says.setSignatureCreationTime(true, on);
    says.setKeyFlags(true, use);
    if (!lasts.isZero()) {
      says.setKeyExpirationTime(true, lasts.toSeconds());
    }
    return says;
  }

  private static AsymmetricCipherKeyPair x25519() {
    var generator = new X25519KeyPairGenerator();
    generator.init(new X25519KeyGenerationParameters(RANDOM));
    return generator.generateKeyPair();
  }

  private static AsymmetricCipherKeyPair rsa2048() {
    var generator = new RSAKeyPairGenerator();
    generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), RANDOM, 2048, 80));
    return generator.generateKeyPair();
  }

  private static PGPSecretKeyRing revoked(
      PGPSecretKeyRing ring, boolean whole, BcPGPContentSignerBuilder signer, Date on)
      throws PGPException {
    PGPPublicKey primary = ring.getPublicKey();
    var says = new PGPSignatureSubpacketGenerator();
    says.setSignatureCreationTime(true, on);
    says.setIssuerFingerprint(false, primary);
    var signature = new PGPSignatureGenerator(signer, primary);
    signature.init(
        whole ? PGPSignature.KEY_REVOCATION : PGPSignature.SUBKEY_REVOCATION,
        ring.getSecretKey().extractPrivateKey(null));
    signature.setHashedSubpackets(says.generate());
    PGPPublicKey key = whole ? primary : subkey(ring);
    PGPSignature revocation =
        whole
            ? signature.generateCertification(primary)
            : signature.generateCertification(primary, key);
    PGPPublicKey marked = PGPPublicKey.addCertification(key, revocation);
    PGPPublicKeyRing changed = PGPPublicKeyRing.insertPublicKey(publicRing(ring), marked);
    return PGPSecretKeyRing.replacePublicKeys(ring, changed);
  }

  private static PGPPublicKey subkey(PGPSecretKeyRing ring) {
    PGPPublicKey last = ring.getPublicKey();
    for (var keys = ring.getPublicKeys(); keys.hasNext(); ) {
      last = keys.next();
    }
    return last;
  }

  private static PGPPublicKeyRing publicRing(PGPSecretKeyRing ring) {
    var keys = new java.util.ArrayList<PGPPublicKey>();
    ring.getPublicKeys().forEachRemaining(keys::add);
    return new PGPPublicKeyRing(keys);
  }

  public String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(ring.getPublicKey().getFingerprint());
  }

  /** What it hands over. */
  public String publicHalf() {
    return armoured(packets(publicRing(ring)));
  }

  /** What it never hands over. */
  public String privateHalf() {
    return armoured(packets(ring));
  }

  /** Its primary key with the subkey of another, which nobody signed for. */
  public String withSubkeyOf(OpenPgpOfPartner other) {
    return armoured(
        packets(new PGPPublicKeyRing(List.of(ring.getPublicKey(), subkey(other.ring())))));
  }

  private static byte[] packets(Object keys) {
    try {
      return keys instanceof PGPSecretKeyRing secret
          ? secret.getEncoded()
          : ((PGPPublicKeyRing) keys).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String armoured(byte[] packets) {
    var text = new ByteArrayOutputStream();
    try (var armour = ArmoredOutputStream.builder().build(text)) {
      armour.write(packets);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }

  /**
   * As the partner does: opens with its own key, and checks the council's signature.
   *
   * @param councilKey in its armour
   */
  public Opened opened(String message, String councilKey) throws IOException, PGPException {
    var sealed = new JcaPGPObjectFactory(decoded(message));
    var list = (PGPEncryptedDataList) sealed.nextObject();
    var data = (PGPPublicKeyEncryptedData) list.get(0);
    var own = ring.getSecretKey(data.getKeyIdentifier());
    InputStream clear =
        data.getDataStream(
            new JcePublicKeyDataDecryptorFactoryBuilder()
                .setProvider(JCA)
                .build(own.extractPrivateKey(null)));
    var inside = new JcaPGPObjectFactory(clear);
    PGPOnePassSignature check = ((PGPOnePassSignatureList) inside.nextObject()).get(0);
    check.init(
        new JcaPGPContentVerifierBuilderProvider().setProvider(JCA),
        new JcaPGPPublicKeyRing(decoded(councilKey)).getPublicKey(check.getKeyID()));
    byte[] content = ((PGPLiteralData) inside.nextObject()).getInputStream().readAllBytes();
    check.update(content);
    boolean signed = check.verify(((PGPSignatureList) inside.nextObject()).get(0));
    return new Opened(
        new String(content, StandardCharsets.UTF_8),
        signed,
        data.isIntegrityProtected() && data.verify());
  }

  private static InputStream decoded(String armoured) throws IOException {
    return PGPUtil.getDecoderStream(
        new ByteArrayInputStream(armoured.getBytes(StandardCharsets.US_ASCII)));
  }
}
