package org.evenhand.plugins.httpsdelivery;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Field;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * Puts what is sealed where the partner's interface takes it. The address of one thing follows from
 * its key, so putting it twice is putting it once, and asking for it says whether it is there. The
 * README of this plugin describes what the other end answers.
 */
@Extension
public class HttpsDelivery implements Delivery {

  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** Answers that are no refusal but ask for patience. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  @Override
  public TypeId id() {
    return TypeId.of("https-delivery.put");
  }

  @Override
  public Texts name() {
    return Texts.en("To the partner's own interface, over HTTPS");
  }

  /** Each partner has a server of its own. */
  @Override
  public List<SettingDescriptor> configuration() {
    return List.of();
  }

  @Override
  public List<SettingDescriptor> recipientConfiguration() {
    return List.of(
        new SettingDescriptor.UrlSetting(
            Field.required("address", Texts.en("Address"))
                .help(
                    Texts.en(
                        "Where things are put, each under a name of its own behind this"
                            + " address.")),
            Set.of("https")),
        new SettingDescriptor.SecretSetting(
            Field.of("token", Texts.en("Token"))
                .help(Texts.en("What the partner gave out for this; sent as a bearer token."))),
        new SettingDescriptor.LongTextSetting(
            Field.of("certificates", Texts.en("Certificates"))
                .help(
                    Texts.en(
                        "Whose certificates to trust, as PEM; the usual authorities unless"
                            + " told.")),
            50_000),
        new SettingDescriptor.FlagSetting(
            Field.of("private-addresses", Texts.en("Private addresses"))
                .help(Texts.en("Whether the address may lie inside the council's own network."))
                .defaultValue(new SettingValue.FlagValue(false))));
  }

  @Override
  public Probe probe(PluginContext context) {
    try (Endpoint endpoint = Endpoint.open(context)) {
      int status = endpoint.head("").statusCode();
      return status == 401 || status == 403 || status >= 500
          ? new Probe(false, Texts.en("The other end answered " + status + "."))
          : new Probe(true, Texts.en("The other end answered."));
    } catch (Endpoint.NotAllowed e) {
      return new Probe(false, e.reason());
    } catch (IOException e) {
      return new Probe(false, unreachable(e));
    }
  }

  @Override
  public Handover send(PluginContext context, SealedArtefact artefact, IdempotencyKey key) {
    try (Endpoint endpoint = Endpoint.open(context)) {
      Optional<Handover.Accepted> there = find(endpoint, key, context);
      if (there.isPresent()) {
        return there.get();
      }
      HttpResponse<Void> answer = endpoint.put(artefact, key);
      int status = answer.statusCode();
      if (status >= 200 && status < 300) {
        return accepted(key, answer, context);
      }
      if (LATER.contains(status) || status >= 500) {
        return new Handover.TryLater(
            later(answer, context.clock().instant()),
            Texts.en("The other end answered " + status + "."));
      }
      return new Handover.Rejected(
          "HTTP_" + status, Texts.en("The other end answered " + status + "."));
    } catch (Endpoint.NotAllowed e) {
      return new Handover.Rejected("ADDRESS_NOT_ALLOWED", e.reason());
    } catch (IOException e) {
      context.logger().log(Level.WARNING, "the other end cannot be reached: {0}", e.getClass());
      return new Handover.TryLater(AFTER_A_FAULT, unreachable(e));
    }
  }

  @Override
  public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
    try (Endpoint endpoint = Endpoint.open(context)) {
      return find(endpoint, key, context);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Handover.Accepted> find(
      Endpoint endpoint, IdempotencyKey key, PluginContext context) throws IOException {
    HttpResponse<Void> answer = endpoint.head(Endpoint.name(key));
    return answer.statusCode() == 200
        ? Optional.of(accepted(key, answer, context))
        : Optional.empty();
  }

  private static Handover.Accepted accepted(
      IdempotencyKey key, HttpResponse<Void> answer, PluginContext context) {
    Instant at =
        answer
            .headers()
            .firstValue("Last-Modified")
            .flatMap(HttpsDelivery::moment)
            .orElseGet(context.clock()::instant);
    return new Handover.Accepted(Endpoint.name(key), at);
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** What the other end asks for, within a day. */
  private static Duration later(HttpResponse<Void> answer, Instant now) {
    Optional<String> asked = answer.headers().firstValue("Retry-After");
    Duration after =
        asked
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .or(() -> asked.flatMap(HttpsDelivery::moment).map(at -> Duration.between(now, at)))
            .orElse(AFTER_A_FAULT);
    return after.isNegative()
        ? Duration.ZERO
        : after.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : after;
  }

  /** The exception's kind alone: its message may hold an address. */
  private static Texts unreachable(IOException e) {
    return Texts.en("The other end cannot be reached (" + e.getClass().getSimpleName() + ").");
  }
}
