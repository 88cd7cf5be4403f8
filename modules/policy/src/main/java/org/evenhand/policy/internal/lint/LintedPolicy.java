package org.evenhand.policy.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicySignatory;
import org.jspecify.annotations.Nullable;

/**
 * What the linter looks at: the text, and what is known about the version around it.
 *
 * @param label the version's label; null for a document that is no version yet
 * @param stepsMissing approvals and consultations that are still missing, in words or codes
 * @param updateChangesTerms whether it calls itself an update but changes figures, authority or
 *     carve-outs
 */
public record LintedPolicy(
    PolicyDocument document,
    @Nullable String label,
    List<String> stepsMissing,
    boolean updateChangesTerms) {

  /** An empty line, or a line that begins a list item; other line breaks only wrap. */
  private static final Pattern PARAGRAPH_END =
      Pattern.compile("\\n[ \\t]*\\n|\\n(?=[ \\t]*[-•*–])");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;?!])\\s+");
  private static final Pattern WRAP = Pattern.compile("\\s+");
  private static final Pattern BULLET = Pattern.compile("^\\s*[-•*–]\\s*");

  /** Bounds what a pattern has to search through, whatever somebody pastes. */
  private static final int LONGEST_SENTENCE = 600;

  /** A sentence or list item, with the heading it stands under. */
  record Sentence(String clause, String title, String words) {

    /** The sentence as read under its heading. */
    String inContext() {
      return title + ": " + words;
    }
  }

  public LintedPolicy {
    stepsMissing = List.copyOf(stepsMissing);
  }

  /** A document that is linted before it becomes a version: it speaks for its own approvals. */
  public static LintedPolicy unpublished(PolicyDocument document) {
    return new LintedPolicy(
        document,
        null,
        document.signatories().stream()
            .filter(s -> s.on() == null)
            .map(PolicySignatory::who)
            .toList(),
        false);
  }

  List<Sentence> sentences() {
    var sentences = new ArrayList<Sentence>();
    for (PolicySection section : document.sections()) {
      for (String paragraph : PARAGRAPH_END.split(section.text())) {
        String item = BULLET.matcher(plain(paragraph)).replaceFirst("").strip();
        for (String sentence : SENTENCE_END.split(item)) {
          inPieces(section, sentence, sentences);
        }
      }
    }
    return sentences;
  }

  private static void inPieces(PolicySection section, String said, List<Sentence> sentences) {
    String words = WRAP.matcher(said).replaceAll(" ");
    for (int from = 0; from < words.length(); from += LONGEST_SENTENCE) {
      int until = Math.min(words.length(), from + LONGEST_SENTENCE);
      sentences.add(
          new Sentence(section.clause(), plain(section.title()), words.substring(from, until)));
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00a0', ' ');
  }
}
