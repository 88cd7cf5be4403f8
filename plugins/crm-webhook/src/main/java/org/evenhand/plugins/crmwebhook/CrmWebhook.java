package org.evenhand.plugins.crmwebhook;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.spi.Field;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * Records responses on a CRM that takes them over HTTPS (P4.2), signed by the Standard Webhooks
 * convention. What is recorded lies under a name that follows from its key, so it can be asked for.
 * The README of this plugin describes what the CRM answers.
 */
@Extension
public class CrmWebhook implements RecordSystem {

  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);
  private static final int LONGEST_ANSWER = 10_000;

  /** Answers that are no refusal but ask for patience. */
  private static final Set<Integer> LATER = Set.of(202, 408, 425, 429);

  private static final Pattern REFERENCE =
      Pattern.compile("\"reference\"\\s*:\\s*\"([A-Za-z0-9 ./_:-]{1,200})\"");
  private static final Pattern RECORDED_AT =
      Pattern.compile("\"recordedAt\"\\s*:\\s*\"([^\"]{1,40})\"");

  @Override
  public TypeId id() {
    return TypeId.of("crm-webhook.https");
  }

  @Override
  public Texts name() {
    return Texts.en("CRM, over HTTPS");
  }

  @Override
  public List<SettingDescriptor> configuration() {
    return List.of(
        new SettingDescriptor.UrlSetting(
            Field.required("address", Texts.en("Address"))
                .help(Texts.en("Where the CRM takes responses, each under a name of its own.")),
            Set.of("https")),
        new SettingDescriptor.SecretSetting(
            Field.required("secret", Texts.en("Secret"))
                .help(
                    Texts.en(
                        "What the CRM checks signatures with: whsec_ and at least 24 bytes in"
                            + " Base64."))),
        new SettingDescriptor.LongTextSetting(
            Field.of("certificates", Texts.en("Certificates"))
                .help(
                    Texts.en(
                        "Whose certificates to trust, as PEM; the usual authorities unless"
                            + " told.")),
            50_000),
        new SettingDescriptor.FlagSetting(
            Field.of("private-addresses", Texts.en("Private addresses"))
                .help(Texts.en("Whether the CRM may lie inside the council's own network."))
                .defaultValue(new SettingValue.FlagValue(false))));
  }

  @Override
  public Probe probe(PluginContext context) {
    try (Crm crm = Crm.open(context)) {
      int status = crm.get("probe").statusCode();
      return status == 401 || status == 403 || status >= 500
          ? new Probe(false, Texts.en("The CRM answered " + status + "."))
          : new Probe(true, Texts.en("The CRM answered."));
    } catch (IOException e) {
      return new Probe(false, unreachable(e));
    }
  }

  @Override
  public Handover record(PluginContext context, ResponseEntry entry, IdempotencyKey key) {
    Instant now = context.clock().instant();
    try (Crm crm = Crm.open(context)) {
      Optional<Handover.Accepted> there = find(crm, key, now);
      if (there.isPresent()) {
        return there.get();
      }
      HttpResponse<String> answer = crm.put(Crm.name(key), entry.json(key));
      int status = answer.statusCode();
      Optional<Handover.Accepted> accepted = accepted(answer, now);
      if (accepted.isPresent()) {
        return accepted.get();
      }
      if (status < 300 || LATER.contains(status) || status >= 500) {
        return new Handover.TryLater(
            AFTER_A_FAULT, Texts.en("The CRM answered " + status + " without a reference."));
      }
      return new Handover.Rejected("HTTP_" + status, Texts.en("The CRM answered " + status + "."));
    } catch (IOException e) {
      context.logger().log(Level.WARNING, "the CRM cannot be reached: {0}", e.getClass());
      return new Handover.TryLater(AFTER_A_FAULT, unreachable(e));
    }
  }

  @Override
  public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
    try (Crm crm = Crm.open(context)) {
      return find(crm, key, context.clock().instant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Handover.Accepted> find(Crm crm, IdempotencyKey key, Instant now)
      throws IOException {
    return accepted(crm.get(Crm.name(key)), now);
  }

  /** Only the CRM's own reference says that it is recorded. */
  private static Optional<Handover.Accepted> accepted(HttpResponse<String> answer, Instant now) {
    int status = answer.statusCode();
    String body = answer.body();
    if ((status != 200 && status != 201) || body.length() > LONGEST_ANSWER) {
      return Optional.empty();
    }
    Matcher reference = REFERENCE.matcher(body);
    return reference.find()
        ? Optional.of(new Handover.Accepted(reference.group(1), recordedAt(body, now)))
        : Optional.empty();
  }

  private static Instant recordedAt(String body, Instant now) {
    Matcher at = RECORDED_AT.matcher(body);
    try {
      return at.find() ? Instant.parse(at.group(1)) : now;
    } catch (DateTimeException malformed) {
      return now;
    }
  }

  /** The exception's kind alone: its message may hold an address. */
  private static Texts unreachable(IOException e) {
    return e instanceof Crm.NotAllowed
        ? Texts.en("The address lies inside the council's own network.")
        : Texts.en("The CRM cannot be reached (" + e.getClass().getSimpleName() + ").");
  }
}
