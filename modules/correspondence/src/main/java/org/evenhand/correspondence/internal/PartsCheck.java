package org.evenhand.correspondence.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeParts;
import org.evenhand.correspondence.NoticeToIssue;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a notice holds everything that it must (P9.2, F4, F12) in neutral words (T28). */
final class PartsCheck {

  static final int LONGEST_TEXT = 10_000;
  static final int LONGEST_LINE = 500;
  static final int MOST_ACTIONS = 50;

  private final Pattern unsuitable;

  PartsCheck(List<String> unsuitableWords) {
    this.unsuitable =
        Pattern.compile(
            "(?iU)(?<!\\w)(?:"
                + String.join("|", unsuitableWords.stream().map(Pattern::quote).toList())
                + ")(?!\\w)");
  }

  List<Refusal> refusals(NoticeToIssue notice) {
    var refusals = new ArrayList<Refusal>();
    List<String> missing = missing(notice);
    if (!missing.isEmpty()) {
      refusals.add(new MissingStepsRefusal("NOTICE_PARTS_MISSING", missing));
    }
    refusals.addAll(tooLong(notice));
    refusals.addAll(notNeutral(notice.parts()));
    return refusals;
  }

  private static List<String> missing(NoticeToIssue notice) {
    NoticeParts parts = notice.parts();
    var missing = new ArrayList<String>();
    need(missing, "NOTICE_ADDRESSEE", notice.addresseeName());
    need(missing, "NOTICE_ADDRESS", notice.planned().address());
    need(missing, "NOTICE_WHY", parts.why());
    if (parts.actions().isEmpty() && (notice.restricts() || namesActions(notice.kind()))) {
      missing.add("NOTICE_ACTION");
    }
    if (parts.actions().stream().anyMatch(a -> blank(a.what()))) {
      missing.add("NOTICE_ACTION");
    }
    if (parts.actions().stream().anyMatch(a -> binds(notice, a) && !saysHowLong(a))) {
      missing.add("NOTICE_DURATION");
    }
    if (parts.actions().stream().anyMatch(a -> binds(notice, a) && a.reviewOn() == null)) {
      missing.add("NOTICE_REVIEW_DATE");
    }
    if (parts.actions().stream().anyMatch(a -> binds(notice, a) && blank(a.howToEndSooner()))) {
      missing.add("NOTICE_HOW_TO_END_SOONER");
    }
    need(missing, "NOTICE_HOW_TO_REACH_US", parts.howToReachUs());
    AppealPart appeal = parts.appeal();
    if (appeal != null) {
      need(missing, "NOTICE_APPEAL_TO_WHOM", appeal.toWhom());
      need(missing, "NOTICE_APPEAL_HOW", appeal.how());
    } else if (notice.appealable()) {
      missing.add("NOTICE_APPEAL");
    } else {
      need(missing, "NOTICE_WHY_NO_APPEAL", parts.whyNoAppeal());
    }
    if (parts.ombudsman().isEmpty()) {
      missing.add("NOTICE_OMBUDSMAN");
    }
    need(missing, "NOTICE_DATA_RIGHTS", parts.dataRights());
    need(missing, "NOTICE_ADJUSTMENTS", parts.adjustments());
    return missing.stream().distinct().toList();
  }

  /** A notice of these kinds is about its actions, so it cannot be without any. */
  private static boolean namesActions(NoticeKind kind) {
    return switch (kind) {
      case RESTRICTIONS, WARNING, MONITORING, VARIED, EXTENDED, REFUSAL_TO_LIFT, LIFTED -> true;
      case DETERMINATION, APPEAL_ACKNOWLEDGEMENT, APPEAL_OUTCOME, REFUSAL_TO_REGISTER -> false;
    };
  }

  /**
   * Whether this action limits the customer from now on, so that its end must be said (F2, F12).
   */
  private static boolean binds(NoticeToIssue notice, ActionPart action) {
    return action.restrictionId() != null
        && (notice.restricts() || notice.kind().alwaysAppealable());
  }

  private static boolean saysHowLong(ActionPart action) {
    return action.until() != null || !blank(action.noEndBecause());
  }

  private static List<Refusal> tooLong(NoticeToIssue notice) {
    NoticeParts parts = notice.parts();
    var refusals = new ArrayList<Refusal>();
    within(refusals, LONGEST_LINE, notice.addresseeName(), "addresseeName");
    within(refusals, LONGEST_LINE, notice.planned().address(), "planned", "address");
    within(refusals, LONGEST_TEXT, parts.why(), "parts", "why");
    within(refusals, LONGEST_TEXT, parts.howToReachUs(), "parts", "howToReachUs");
    within(refusals, LONGEST_TEXT, parts.whyNoAppeal(), "parts", "whyNoAppeal");
    within(refusals, LONGEST_TEXT, parts.dataRights(), "parts", "dataRights");
    within(refusals, LONGEST_TEXT, parts.adjustments(), "parts", "adjustments");
    AppealPart appeal = parts.appeal();
    if (appeal != null) {
      within(refusals, LONGEST_LINE, appeal.toWhom(), "parts", "appeal", "toWhom");
      within(refusals, LONGEST_TEXT, appeal.how(), "parts", "appeal", "how");
    }
    if (parts.actions().size() > MOST_ACTIONS) {
      refusals.add(
          Refusal.at(
              "NOTICE_TOO_MANY_ACTIONS",
              Map.of("most", Integer.toString(MOST_ACTIONS)),
              "parts",
              "actions"));
    }
    for (int i = 0; i < parts.actions().size(); i++) {
      ActionPart action = parts.actions().get(i);
      String at = Integer.toString(i);
      within(refusals, LONGEST_TEXT, action.what(), "parts", "actions", at, "what");
      within(
          refusals,
          LONGEST_TEXT,
          action.howToEndSooner(),
          "parts",
          "actions",
          at,
          "howToEndSooner");
      within(refusals, LONGEST_TEXT, action.noEndBecause(), "parts", "actions", at, "noEndBecause");
    }
    return refusals;
  }

  private List<Refusal> notNeutral(NoticeParts parts) {
    var found = new TreeSet<String>();
    find(found, parts.why());
    find(found, parts.howToReachUs());
    find(found, parts.whyNoAppeal());
    for (ActionPart action : parts.actions()) {
      find(found, action.what());
      find(found, action.howToEndSooner());
      find(found, action.noEndBecause());
    }
    return found.isEmpty()
        ? List.of()
        : List.of(
            Refusal.at(
                "NOTICE_WORDS_NOT_NEUTRAL", Map.of("words", String.join(", ", found)), "parts"));
  }

  /** The refusal for words about a person that a letter does not use (T28); empty for none. */
  List<Refusal> wordRefusals(String text, String... path) {
    var found = new TreeSet<String>();
    find(found, text);
    return found.isEmpty()
        ? List.of()
        : List.of(
            Refusal.at(
                "NOTICE_WORDS_NOT_NEUTRAL", Map.of("words", String.join(", ", found)), path));
  }

  private void find(TreeSet<String> found, @Nullable String text) {
    if (text == null) {
      return;
    }
    Matcher matcher = unsuitable.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static void need(List<String> missing, String step, @Nullable String text) {
    if (blank(text)) {
      missing.add(step);
    }
  }

  private static void within(
      List<Refusal> refusals, int longest, @Nullable String text, String... path) {
    if (text != null && text.length() > longest) {
      refusals.add(Refusal.at("TEXT_TOO_LONG", Map.of("longest", Integer.toString(longest)), path));
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
