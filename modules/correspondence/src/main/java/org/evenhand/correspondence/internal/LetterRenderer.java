package org.evenhand.correspondence.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.evenhand.correspondence.ActionPart;
import org.evenhand.correspondence.AppealPart;
import org.evenhand.correspondence.Language;
import org.evenhand.correspondence.Letter;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.NoticeToIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a notice as a web page and as plain text. The frame is a template, its wording a bundle
 * for each language, the substance the parts handed in; nothing is left out because it is empty
 * (F4).
 */
@Component
class LetterRenderer {

  private static final String BUNDLE = "messages.correspondence-letters";

  /** Easy read has wording of its own for every key of the others, never theirs instead. */
  private static final String EASY = "easy.";

  /** Paragraphs of the wording that need nothing filled in. */
  private static final List<String> SAID =
      List.of(
          "letter.actions.none",
          "letter.actions.notBefore",
          "letter.emergencies",
          "letter.appeal.late",
          "letter.appeal.meanwhile",
          "letter.appeal.none");

  private final TemplateEngine engine = new TemplateEngine();

  private final Letterhead letterhead;

  LetterRenderer(Letterhead letterhead) {
    this.letterhead = letterhead;
    engine.addTemplateResolver(resolver(".html", TemplateMode.HTML, 1));
    engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 2));
    engine.setMessageResolver(new Wording());
  }

  /** Whether there is wording in that language; English is the bundle without a suffix. */
  boolean speaks(Language language) {
    Locale locale = language.locale();
    return locale.getLanguage().equals("en")
        || bundle(locale).getLocale().getLanguage().equals(locale.getLanguage());
  }

  /** A sentence of the standard wording. */
  String say(Language language, String key, Object... parameters) {
    return fill(bundle(language.locale()).getString(key), parameters);
  }

  /**
   * @param variant the version of the letter
   * @param reference what the letter is quoted by
   * @param lastAppealDay null where the notice cannot be appealed
   * @param ombudsmanMonths how long the Ombudsman normally looks back
   */
  Letter render(
      NoticeToIssue notice,
      LetterVariant variant,
      String reference,
      String signatory,
      @Nullable LocalDate lastAppealDay,
      int ombudsmanMonths) {
    Locale locale = notice.lang().locale();
    DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale);
    Map<String, Object> values = new HashMap<>();
    values.put("lang", notice.lang().tag());
    values.put("kind", notice.kind().name());
    values.put("variant", variant.name());
    values.put("council", letterhead.council().strip());
    values.put("letterhead", letterhead.lines());
    values.put("reference", reference);
    values.put("date", day.format(notice.planned().sendOn()));
    values.put("addressee", notice.addresseeName());
    values.put("address", lines(notice.planned().address()));
    var words = new Words(notice.lang(), variant);
    values.put("why", words.own(notice.parts().why()));
    values.put(
        "actions",
        notice.parts().actions().stream().map(action -> action(action, words, day)).toList());
    values.put("howToReachUs", words.own(notice.parts().howToReachUs()));
    var appeal = notice.parts().appeal();
    values.put("appealable", appeal != null && lastAppealDay != null);
    values.put("appealHow", words.standard(appeal == null ? "" : appeal.how(), "appeal.how"));
    values.put("restricts", notice.restricts());
    values.put("whyNoAppeal", words.own(notice.parts().whyNoAppeal()));
    values.put(
        "ombudsmen",
        notice.parts().ombudsman().stream()
            .sorted(Comparator.naturalOrder())
            .flatMap(o -> words.say("letter.ombudsman." + o).stream())
            .toList());
    values.put("dataRights", words.standard(notice.parts().dataRights(), "dataRights"));
    values.put("adjustments", words.standard(notice.parts().adjustments(), "adjustments"));
    Map<String, List<String>> say = new HashMap<>();
    for (String key : SAID) {
      say.put(key, words.say(key));
    }
    say.put("letter.appeal.right", words.say("letter.appeal.right", toWhom(appeal)));
    say.put(
        "letter.appeal.lastDay",
        words.say("letter.appeal.lastDay", lastAppealDay == null ? "" : day.format(lastAppealDay)));
    say.put(
        "letter.ombudsman.when",
        words.say("letter.ombudsman.when." + ombudsmanWhen(notice), ombudsmanMonths));
    values.put("say", say);
    values.put("signatory", signatory);
    String html = engine.process("notice.html", new Context(locale, values));
    String text = engine.process("notice.txt", new Context(locale, values)).strip() + "\n";
    return new Letter(html, text, digest(html, text));
  }

  /** SHA-256 over the page followed by the text, both UTF-8, in hexadecimal. */
  static String digest(String html, String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(html.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * When the Ombudsman's turn comes: after our appeal, after a complaint to us, or now (F4, T13).
   */
  private static String ombudsmanWhen(NoticeToIssue notice) {
    return switch (notice.kind()) {
      case APPEAL_OUTCOME, REFUSAL_TO_REGISTER -> "NOW";
      case APPEAL_ACKNOWLEDGEMENT -> "AFTER_APPEAL";
      default -> notice.appealable() ? "AFTER_APPEAL" : "AFTER_COMPLAINT";
    };
  }

  private static String toWhom(@Nullable AppealPart appeal) {
    return appeal == null ? "" : appeal.toWhom();
  }

  private static Map<String, Object> action(ActionPart action, Words words, DateTimeFormatter day) {
    return Map.of(
        "terms",
        action.until() != null
            || action.reviewOn() != null
            || !words.own(action.noEndBecause()).isEmpty()
            || !words.own(action.howToEndSooner()).isEmpty(),
        "what",
        words.own(action.what()),
        "until",
        action.until() == null ? "" : day.format(action.until()),
        "noEndBecause",
        words.own(action.noEndBecause()),
        "reviewOn",
        action.reviewOn() == null ? "" : day.format(action.reviewOn()),
        "howToEndSooner",
        words.own(action.howToEndSooner()));
  }

  private static List<String> paragraphs(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.strip().split("\\R\\s*\\R")).map(String::strip).toList();
  }

  /** What is said in one letter: its language, and whether one idea stands on a line. */
  private record Words(Language language, LetterVariant variant) {

    /** Wording of ours. */
    List<String> say(String key, Object... parameters) {
      ResourceBundle bundle = bundle(language.locale());
      return easy()
          ? fill(bundle.getString(EASY + key), parameters).lines().toList()
          : List.of(fill(bundle.getString(key), parameters));
    }

    /** What somebody wrote for this letter. */
    List<String> own(@Nullable String text) {
      List<String> paragraphs = paragraphs(text);
      return easy()
          ? paragraphs.stream().flatMap(p -> Sentences.of(p, language.locale()).stream()).toList()
          : paragraphs;
    }

    /** A standard paragraph, unless somebody wrote another instead of it. */
    List<String> standard(String text, String key) {
      return easy() && text.equals(bundle(language.locale()).getString("standard." + key))
          ? say("standard." + key)
          : own(text);
    }

    private boolean easy() {
      return variant == LetterVariant.EASY_READ;
    }
  }

  private static List<String> lines(String address) {
    return address.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static String fill(String text, Object... parameters) {
    String filled = text;
    for (int i = 0; i < parameters.length; i++) {
      filled = filled.replace("{" + i + "}", String.valueOf(parameters[i]));
    }
    return filled;
  }

  private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode, int order) {
    var resolver = new ClassLoaderTemplateResolver(LetterRenderer.class.getClassLoader());
    resolver.setPrefix("letters/");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setOrder(order);
    resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
    return resolver;
  }

  /** {@code #{key}} in a template. A key without wording is a fault, never a gap in a letter. */
  private static final class Wording implements IMessageResolver {
    @Override
    public String getName() {
      return "letters";
    }

    @Override
    public Integer getOrder() {
      return 1;
    }

    @Override
    public String resolveMessage(
        ITemplateContext context,
        @Nullable Class<?> origin,
        String key,
        Object @Nullable [] parameters) {
      return fill(
          bundle(context.getLocale()).getString(easy(context) ? EASY + key : key),
          parameters == null ? new Object[0] : parameters);
    }

    private static boolean easy(ITemplateContext context) {
      return LetterVariant.EASY_READ.name().equals(context.getVariable("variant"));
    }

    @Override
    public @Nullable String createAbsentMessageRepresentation(
        ITemplateContext context,
        @Nullable Class<?> origin,
        String key,
        Object @Nullable [] parameters) {
      return null;
    }
  }
}
