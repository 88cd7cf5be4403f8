package org.evenhand.foundation.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.FileStatus;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class FileController {

  record UploadStartInput(
      @Nullable String idempotencyKey, String name, String type, int size, String digest) {}

  /** A file that is announced. */
  record Upload(FileView file, Instant expiresAt) {
    String url() {
      return "/files/" + GlobalId.of("File", file.id().value());
    }
  }

  record UploadStartPayload(
      @Nullable Upload upload, List<Refusal> refusals, List<Warning> warnings) {

    static UploadStartPayload of(Outcome<FileView> outcome) {
      FileView file = outcome.orNull();
      return new UploadStartPayload(
          file == null ? null : new Upload(file, file.expiresAt()),
          outcome.refusals(),
          outcome.warnings());
    }
  }

  private final Files files;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  FileController(Files files, Acts acts, CurrentActor currentActor, Clock clock) {
    this.files = files;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @MutationMapping
  UploadStartPayload uploadStart(@Argument UploadStartInput input) {
    return UploadStartPayload.of(
        acts.act("uploadStart", input.idempotencyKey(), input)
            .<FileView>on(
                "File", f -> f.id().value(), id -> files.find(new FileId(id)).orElseThrow())
            .perform(
                () ->
                    files.start(
                        new Files.ToUpload(
                            input.name(), input.type(), input.size(), input.digest()),
                        currentActor.get(),
                        clock.instant())));
  }

  @SchemaMapping(typeName = "Upload", field = "url")
  String url(Upload upload) {
    return upload.url();
  }

  @SchemaMapping(typeName = "File", field = "id")
  String id(FileView file) {
    return GlobalId.of("File", file.id().value());
  }

  @SchemaMapping(typeName = "File", field = "uploadedBy")
  String uploadedBy(FileView file) {
    return file.uploadedBy().value();
  }

  @SchemaMapping(typeName = "File", field = "link")
  @Nullable FileLink link(FileView file) {
    return file.status() == FileStatus.ANNOUNCED || file.status() == FileStatus.ERASED
        ? null
        : files.link(file.id(), currentActor.get(), clock.instant());
  }
}
