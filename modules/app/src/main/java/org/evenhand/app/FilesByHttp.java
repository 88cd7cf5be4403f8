package org.evenhand.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileContent;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
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
 * Content of files: {@code PUT /files/{id}} takes what was announced, {@code GET
 * /files/{id}?token=…} hands out by a link. Both stream, and both need the bearer token of the
 * person who announced, or was given the link. Errors have the shape of GraphQL's own.
 */
@Configuration(proxyBeanMethods = false)
class FilesByHttp {

  /** What the virus scanner said of the file that is handed out. */
  static final String SCAN = "Evenhand-Scan";

  private final Files files;
  private final CurrentActor currentActor;
  private final Messages messages;
  private final Clock clock;

  FilesByHttp(Files files, CurrentActor currentActor, Messages messages, Clock clock) {
    this.files = files;
    this.currentActor = currentActor;
    this.messages = messages;
    this.clock = clock;
  }

  @Bean
  RouterFunction<ServerResponse> contentOfFiles() {
    return RouterFunctions.route()
        .PUT("/files/{id}", this::take)
        .GET("/files/{id}", this::handOut)
        .build();
  }

  private ServerResponse take(ServerRequest request) throws IOException {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "fault.UNAUTHORIZED", Map.of());
    }
    Optional<FileId> id = id(request);
    if (id.isEmpty()) {
      return refused(Refusal.notFound("File"));
    }
    List<String> digests =
        Stream.of("Content-Digest", "Repr-Digest")
            .flatMap(name -> request.headers().header(name).stream())
            .toList();
    Outcome<FileView> outcome =
        files.receive(
            id.get(),
            digests.isEmpty() ? null : String.join(",", digests),
            request.servletRequest().getInputStream(),
            actor.get(),
            clock.instant());
    FileView file = outcome.orNull();
    return file == null
        ? refused(outcome.refusals().getFirst())
        : ServerResponse.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                Map.of(
                    "file",
                    Map.of(
                        "id",
                        GlobalId.of("File", file.id().value()),
                        "status",
                        file.status(),
                        "scan",
                        String.valueOf(file.scan()))));
  }

  private ServerResponse handOut(ServerRequest request) {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "fault.UNAUTHORIZED", Map.of());
    }
    Optional<FileId> id = id(request);
    if (id.isEmpty()) {
      return refused(Refusal.notFound("File"));
    }
    Outcome<FileContent> outcome =
        files.open(id.get(), request.param("token").orElse(""), actor.get(), clock.instant());
    FileContent content = outcome.orNull();
    if (content == null) {
      return refused(outcome.refusals().getFirst());
    }
    FileView file = content.file();
    return ServerResponse.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
        .header(HttpHeaders.CONTENT_LENGTH, Long.toString(file.size()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Repr-Digest", file.digest())
        .header(SCAN, String.valueOf(file.scan()))
        .contentType(MediaType.parseMediaType(file.type()))
        .build(
            (servletRequest, response) -> {
              content.writeTo(response.getOutputStream());
              return null;
            });
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  private static Optional<FileId> id(ServerRequest request) {
    return GlobalId.uuid("File", request.pathVariable("id")).map(FileId::new);
  }

  private ServerResponse refused(Refusal refusal) {
    return error(
        status(refusal.code()), refusal.code(), "refusal." + refusal.code(), refusal.parameters());
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case "NOT_FOUND" -> HttpStatus.NOT_FOUND;
      case "DIGEST_MISSING" -> HttpStatus.BAD_REQUEST;
      case "FILE_LINK_INVALID" -> HttpStatus.FORBIDDEN;
      case "FILE_LINK_EXPIRED", "FILE_ERASED", "UPLOAD_EXPIRED" -> HttpStatus.GONE;
      case "TYPE_DIFFERS" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case "SCAN_UNAVAILABLE" -> HttpStatus.SERVICE_UNAVAILABLE;
      case "FILE_TOO_LARGE_TO_SCAN" -> HttpStatus.CONTENT_TOO_LARGE;
      case "CONFLICT" -> HttpStatus.CONFLICT;
      default -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
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
