package org.evenhand.policy.internal.lint;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicyRevision;
import org.evenhand.policy.PolicySection;
import org.evenhand.policy.PolicySignatory;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy from plain text, as councils publish them: a title, lines such as {@code Version:
 * 1.2}, a revision history and a table of signatories with cells parted by tabs, contents, and
 * numbered headings. What it cannot tell apart it keeps as text; it loses nothing but the contents.
 */
public final class PolicyTextImport {

  private static final Pattern STATUS = Pattern.compile("(?i)(?:document )?status:\\s*(\\S.*)");
  private static final Pattern VERSION = Pattern.compile("(?i)version(?: number)?:\\s*(\\S+).*");
  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s+(\\p{Lu}.{0,119})");
  private static final Pattern TITLE = Pattern.compile("(?i).*\\bpolicy\\b.*");
  private static final List<DateTimeFormatter> DATES =
      List.of(
          date("d.M.uuuu"),
          date("d/M/uuuu"),
          date("uuuu-MM-dd"),
          date("d MMM uu"),
          date("d MMM uuuu"),
          date("d MMMM uuuu"));

  private enum Part {
    FRONT,
    REVISIONS,
    SIGNATORIES,
    CONTENTS,
    BODY
  }

  private final List<PolicyRevision> revisions = new ArrayList<>();
  private final List<PolicySignatory> signatories = new ArrayList<>();
  private final List<PolicySection> sections = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Part part = Part.FRONT;
  private String title = "";
  private @Nullable String status;
  private @Nullable String version;
  private String number = "";
  private @Nullable String heading;
  private int lastInContents;

  private PolicyTextImport() {}

  /** Reads a document; any text is one, if only a single section without a number. */
  public static PolicyDocument read(String plainText) {
    var reading = new PolicyTextImport();
    plainText
        .replace("\uFEFF", "")
        .replace('\f', '\n')
        .lines()
        .map(line -> line.replace('\u00a0', ' '))
        .forEach(reading::line);
    reading.endSection();
    return new PolicyDocument(
        reading.title,
        reading.status,
        reading.version,
        reading.revisions,
        reading.signatories,
        reading.sections);
  }

  private void line(String line) {
    if (line.isBlank()) {
      text.append('\n');
      return;
    }
    String said = line.strip();
    if (part != Part.BODY && front(line, said)) {
      return;
    }
    Matcher numbered = NUMBERED.matcher(said);
    if (numbered.matches() && follows(numbered.group(1)) && !said.endsWith(".")) {
      beginSection(numbered.group(1), numbered.group(2));
    } else if (part == Part.BODY && shouted(said)) {
      beginSection("", said);
    } else {
      text.append(line.stripTrailing()).append('\n');
    }
  }

  /** True if the line was metadata, a table's row or part of the contents. */
  private boolean front(String line, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.startsWith("revision date\t")) {
      part = Part.REVISIONS;
      return true;
    }
    if (lower.startsWith("name\t")) {
      part = Part.SIGNATORIES;
      return true;
    }
    if (part == Part.REVISIONS && revision(line)) {
      return true;
    }
    if (part == Part.SIGNATORIES && signatory(line)) {
      return true;
    }
    if (part == Part.CONTENTS && contents(said)) {
      return true;
    }
    part = Part.FRONT;
    if (lower.equals("contents")) {
      part = Part.CONTENTS;
      lastInContents = 0;
      return true;
    }
    Matcher is = STATUS.matcher(said);
    if (is.matches()) {
      status = is.group(1).strip();
      return true;
    }
    Matcher bears = VERSION.matcher(said);
    if (bears.matches()) {
      version = bears.group(1);
      return true;
    }
    if (title.isEmpty() && TITLE.matcher(said).matches()) {
      title = said;
      return true;
    }
    return false;
  }

  private boolean revision(String line) {
    if (line.startsWith("\t") && !revisions.isEmpty()) {
      PolicyRevision last = revisions.removeLast();
      revisions.add(
          new PolicyRevision(last.label(), last.on(), last.summary() + " " + line.strip()));
      return true;
    }
    String[] cells = line.split("\t", -1);
    if (cells.length < 3) {
      return false;
    }
    revisions.add(new PolicyRevision(cells[1].strip(), day(cells[0]), cells[2].strip()));
    return true;
  }

  private boolean signatory(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 2) {
      return false;
    }
    String post = cells.length > 2 ? cells[1].strip() : "";
    String who = post.isEmpty() ? cells[0].strip() : cells[0].strip() + ", " + post;
    signatories.add(new PolicySignatory(who, day(cells[cells.length - 1])));
    return true;
  }

  private boolean contents(String said) {
    Matcher numbered = NUMBERED.matcher(said);
    if (!numbered.matches()) {
      return false;
    }
    int top = top(numbered.group(1));
    if (top < lastInContents) {
      return false;
    }
    lastInContents = top;
    return true;
  }

  private boolean follows(String next) {
    int top = top(next);
    if (number.isEmpty() && sections.stream().allMatch(s -> s.number().isEmpty())) {
      return top == 1;
    }
    int last =
        number.isEmpty()
            ? sections.stream()
                .filter(s -> !s.number().isEmpty())
                .mapToInt(s -> top(s.number()))
                .max()
                .orElse(0)
            : top(number);
    return next.indexOf('.') > 0 ? top == last : top == last + 1;
  }

  private static int top(String number) {
    int dot = number.indexOf('.');
    return Integer.parseInt(dot < 0 ? number : number.substring(0, dot));
  }

  private static boolean shouted(String said) {
    return said.length() >= 8
        && said.length() <= 120
        && said.indexOf(' ') > 0
        && said.chars().anyMatch(Character::isUpperCase)
        && said.chars().noneMatch(Character::isLowerCase);
  }

  private void beginSection(String newNumber, String newHeading) {
    endSection();
    part = Part.BODY;
    number = newNumber;
    heading = newHeading;
  }

  private void endSection() {
    String whole = text.toString().strip();
    if (heading != null || !whole.isEmpty()) {
      sections.add(new PolicySection(number, heading == null ? title : heading, whole));
    }
    text.setLength(0);
  }

  private static @Nullable LocalDate day(String cell) {
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(cell.strip(), format);
      } catch (DateTimeParseException e) {
        // Another form, or none: the table often has a blank cell.
      }
    }
    return null;
  }

  private static DateTimeFormatter date(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.UK);
  }
}
