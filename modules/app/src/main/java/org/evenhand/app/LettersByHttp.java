package org.evenhand.app;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.correspondence.LetterDocument;
import org.evenhand.correspondence.LetterDownloads;
import org.evenhand.correspondence.LetterFormat;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code GET /files/letters/{id}/{format}?token=…} hands out a letter by a link, to the bearer of
 * the token of the person who was given it. Errors have the shape of GraphQL's own.
 */
@Configuration(proxyBeanMethods = false)
class LettersByHttp {

  private final LetterDownloads letters;
  private final CurrentActor currentActor;
  private final Messages messages;
  private final Clock clock;

  LettersByHttp(
      LetterDownloads letters, CurrentActor currentActor, Messages messages, Clock clock) {
    this.letters = letters;
    this.currentActor = currentActor;
    this.messages = messages;
    this.clock = clock;
  }

  @Bean
  RouterFunction<ServerResponse> contentOfLetters() {
    return RouterFunctions.route().GET("/files/letters/{id}/{format}", this::handOut).build();
  }

  private ServerResponse handOut(ServerRequest request) {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "fault.UNAUTHORIZED", Map.of());
    }
    Optional<NoticeId> id = GlobalId.uuid("Notice", request.pathVariable("id")).map(NoticeId::new);
    Optional<LetterFormat> format =
        Arrays.stream(LetterFormat.values())
            .filter(f -> f.extension().equals(request.pathVariable("format")))
            .findFirst();
    if (id.isEmpty() || format.isEmpty()) {
      return refused(Refusal.notFound("Notice"));
    }
    Outcome<LetterDocument> outcome =
        letters.open(
            id.get(),
            format.get(),
            request.param("token").orElse(""),
            actor.get(),
            clock.instant());
    LetterDocument document = outcome.orNull();
    if (document == null) {
      return refused(outcome.refusals().getFirst());
    }
    return ServerResponse.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("letter." + format.get().extension(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Repr-Digest", digest(document))
        .contentType(MediaType.parseMediaType(document.format().mediaType()))
        .body(document.content());
  }

  /** In the form of RFC 9530. */
  private static String digest(LetterDocument document) {
    return "sha-256=:"
        + java.util.Base64.getEncoder().encodeToString(HexFormat.of().parseHex(document.digest()))
        + ":";
  }

  private ServerResponse refused(Refusal refusal) {
    HttpStatus status =
        switch (refusal.code()) {
          case "FILE_LINK_INVALID" -> HttpStatus.FORBIDDEN;
          case "FILE_LINK_EXPIRED", "FILE_ERASED" -> HttpStatus.GONE;
          default -> HttpStatus.NOT_FOUND;
        };
    return error(status, refusal.code(), "refusal." + refusal.code(), refusal.parameters());
  }

  private ServerResponse error(
      HttpStatus status, String code, String words, Map<String, String> parameters) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "errors",
                List.of(
                    Map.of(
                        "message",
                        messages.say(words, parameters),
                        "extensions",
                        Map.of("code", code)))));
  }
}
