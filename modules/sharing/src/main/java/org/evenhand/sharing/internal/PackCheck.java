package org.evenhand.sharing.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks signature, list of contents, each piece, and that each act stands in the audit chain. */
public final class PackCheck {

  private static final Set<String> UNLISTED = Set.of("manifest.json", "manifest.jws", "key.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ZipFile zip;
  private final @Nullable String signedBy;
  private final List<String> problems = new ArrayList<>();

  private PackCheck(ZipFile zip, @Nullable String signedBy) {
    this.zip = zip;
    this.signedBy = signedBy;
  }

  /** What does not hold; empty when all does. */
  public static List<String> problems(Path pack, @Nullable String signedBy) throws IOException {
    try (var zip = new ZipFile(pack.toFile(), StandardCharsets.UTF_8)) {
      var check = new PackCheck(zip, signedBy);
      check.all();
      return List.copyOf(check.problems);
    } catch (ZipException e) {
      return List.of("the archive cannot be read: " + e.getMessage());
    }
  }

  private void all() throws IOException {
    Map<String, JsonNode> listed = manifest();
    Set<String> seen = new HashSet<>();
    for (ZipEntry entry : zip.stream().toList()) {
      if (!seen.add(entry.getName())) {
        problems.add(entry.getName() + " is there twice");
      } else if (!listed.containsKey(entry.getName()) && !UNLISTED.contains(entry.getName())) {
        problems.add(entry.getName() + " is not in the list of contents");
      }
    }
    for (Map.Entry<String, JsonNode> piece : listed.entrySet()) {
      if (seen.contains(piece.getKey())) {
        compare(piece.getKey(), piece.getValue());
      } else {
        problems.add(piece.getKey() + " is missing");
      }
    }
    if (seen.contains("audit/seals.ndjson") || listed.containsKey("audit/seals.ndjson")) {
      chain();
    }
  }

  private Map<String, JsonNode> manifest() throws IOException {
    byte[] manifest = bytes("manifest.json");
    byte[] signature = bytes("manifest.jws");
    byte[] key = bytes("key.json");
    var listed = new LinkedHashMap<String, JsonNode>();
    if (key != null && manifest != null && signature != null) {
      signature(manifest, signature, key);
    }
    if (manifest != null) {
      try {
        JSON.readTree(manifest)
            .path("pieces")
            .forEach(piece -> listed.put(piece.path("path").asString(""), piece));
      } catch (JacksonException e) {
        problems.add("the list of contents cannot be read");
      }
    }
    return listed;
  }

  private void signature(byte[] manifest, byte[] signature, byte[] key) {
    String x = "";
    try {
      x = JSON.readTree(key).path("x").asString("");
    } catch (JacksonException e) {
      problems.add("the key cannot be read");
    }
    String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
    String thumbprint = PackSignature.thumbprint(jwk);
    if (signedBy != null && !signedBy.equals(thumbprint)) {
      problems.add("it was signed with another key: " + thumbprint);
    }
    if (!PackSignature.holds(new String(signature, StandardCharsets.US_ASCII), manifest, x)) {
      problems.add("the signature of the list of contents does not hold");
    }
  }

  private void compare(String path, JsonNode piece) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    try (InputStream content = open(path)) {
      byte[] buffer = new byte[64 * 1024];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        digest.update(buffer, 0, n);
        size += n;
      }
    } catch (ZipException e) {
      problems.add(path + " cannot be read");
      return;
    }
    if (size != piece.path("size").asLong(-1)
        || !HexFormat.of().formatHex(digest.digest()).equals(piece.path("sha256").asString(""))) {
      problems.add(path + " is not what it was");
    }
  }

  private void chain() throws IOException {
    var digests = new TreeMap<Long, JsonNode>();
    JsonNode before = null;
    for (String line : lines("audit/seals.ndjson")) {
      JsonNode seal = node(line, "audit/seals.ndjson");
      if (seal == null) {
        return;
      }
      long seq = seal.path("seq").asLong(-1);
      if (before != null) {
        long last = before.path("seq").asLong(-1);
        if (seq <= last) {
          problems.add("link " + seq + " stands behind link " + last);
        } else if (seq == last + 1
            && !seal.path("previous").asString("").equals(before.path("digest").asString(""))) {
          problems.add("link " + seq + " does not follow from link " + last);
        }
      }
      digests.put(seq, seal);
      before = seal;
    }
    head(before);
    var acts = new TreeMap<Long, Set<String>>();
    for (String line : lines("audit/entries.ndjson")) {
      JsonNode act = node(line, "audit/entries.ndjson");
      if (act != null) {
        acts.computeIfAbsent(act.path("seal").asLong(-1), ignored -> new HashSet<>())
            .add(digest(act));
      }
    }
    for (Map.Entry<Long, Set<String>> link : acts.entrySet()) {
      JsonNode seal = digests.get(link.getKey());
      if (seal == null) {
        problems.add("link " + link.getKey() + " is missing");
      } else {
        link(seal, link.getValue());
      }
    }
  }

  /** Of the act's line; of one about somebody else, whose line is not shown, as it is told. */
  private String digest(JsonNode act) {
    String told = act.path("digest").asString("");
    JsonNode line = act.path("line");
    if (line.isString()) {
      String text = line.asString();
      if (!HexFormat.of()
          .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
          .equals(told)) {
        int end = text.indexOf('|');
        problems.add(
            "audit entry "
                + (end < 0 ? "?" : text.substring(0, end))
                + " is not what its digest was made of");
      }
    }
    return told;
  }

  private void head(@Nullable JsonNode last) throws IOException {
    byte[] head = bytes("audit/head.json");
    if (head == null) {
      return;
    }
    JsonNode told = node(new String(head, StandardCharsets.UTF_8), "audit/head.json");
    if (last == null
        || told == null
        || last.path("seq").asLong(-1) != told.path("seq").asLong(-1)
        || !last.path("digest").asString("").equals(told.path("digest").asString(""))) {
      problems.add("the head of the audit chain is not its last link");
    }
  }

  /** What stands for the link's entries comes to its digest, and each act is one of them. */
  private void link(JsonNode seal, Set<String> acts) throws IOException {
    String name = "audit/links/" + seal.path("seq").asLong(-1) + ".txt";
    if (zip.getEntry(name) == null) {
      problems.add("the entries of link " + seal.path("seq").asLong(-1) + " are missing");
      return;
    }
    MessageDigest digest = sha256();
    try {
      digest.update(HexFormat.of().parseHex(seal.path("previous").asString("")));
    } catch (IllegalArgumentException e) {
      problems.add("link " + seal.path("seq").asLong(-1) + " cannot be read");
      return;
    }
    Set<String> wanted = new HashSet<>(acts);
    try (var lines =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      boolean first = true;
      for (line = lines.readLine(); line != null; line = lines.readLine()) {
        digest.update(((first ? "" : "\n") + line).getBytes(StandardCharsets.UTF_8));
        wanted.remove(line);
        first = false;
      }
    } catch (ZipException e) {
      problems.add(name + " cannot be read");
      return;
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(seal.path("digest").asString(""))) {
      problems.add(
          "link "
              + seal.path("seq").asLong(-1)
              + " of the audit chain does not hold: an entry was changed, left out or moved");
    }
    for (String entry : wanted) {
      problems.add(
          "the audit entry that comes to "
              + entry
              + " is not in link "
              + seal.path("seq").asLong(-1));
    }
  }

  private @Nullable JsonNode node(String text, String where) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      problems.add(where + " cannot be read");
      return null;
    }
  }

  private List<String> lines(String path) throws IOException {
    byte[] content = bytes(path);
    return content == null
        ? List.of()
        : new String(content, StandardCharsets.UTF_8).lines().toList();
  }

  private byte @Nullable [] bytes(String path) throws IOException {
    if (zip.getEntry(path) == null) {
      if (UNLISTED.contains(path)) {
        problems.add(path + " is missing");
      }
      return null;
    }
    try (InputStream content = open(path)) {
      return content.readAllBytes();
    } catch (ZipException e) {
      problems.add(path + " cannot be read");
      return null;
    }
  }

  private InputStream open(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new ZipException(path);
    }
    return zip.getInputStream(entry);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
