package org.evenhandtest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes a module's private table classes from its own migrations, read by a throw-away PostgreSQL.
 *
 * <p>Arguments: output folder, package, module (its schema), then the migration folders in order.
 * Nothing is done when the migrations are those of the last run.
 */
public final class JooqCodegen {

  private JooqCodegen() {}

  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    String target = args[1];
    String schema = args[2];
    Path[] folders = Arrays.stream(args).skip(3).map(Path::of).toArray(Path[]::new);
    String stamp = stamp(args, folders);
    Path stampFile = output.resolveSibling("jooq-" + schema + ".stamp");
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
      return;
    }
    try (SharedPostgres.Own own = SharedPostgres.start()) {
      EmbeddedPostgres postgres = own.postgres();
      for (Path folder : folders) {
        String module = folder.getFileName().toString();
        Flyway.configure()
            .dataSource(postgres.getPostgresDatabase())
            .locations("filesystem:" + folder.toAbsolutePath())
            .schemas(module)
            .defaultSchema(module)
            .createSchemas(true)
            .table("flyway_history")
            .load()
            .migrate();
      }
      GenerationTool.generate(
          new Configuration()
              .withJdbc(
                  new Jdbc()
                      .withDriver("org.postgresql.Driver")
                      .withUrl(postgres.getJdbcUrl("postgres", "postgres")))
              .withGenerator(
                  new Generator()
                      .withDatabase(
                          new Database()
                              .withName("org.jooq.meta.postgres.PostgresDatabase")
                              .withInputSchema(schema)
                              .withExcludes("flyway_history")
                              .withIncludeRoutines(false))
                      .withGenerate(
                          new Generate()
                              .withRecords(true)
                              .withPojos(false)
                              .withFluentSetters(false)
                              .withComments(false)
                              .withJavaTimeTypes(true))
                      .withTarget(
                          new Target().withPackageName(target).withDirectory(output.toString()))));
    }
    Files.createDirectories(stampFile.getParent());
    Files.writeString(stampFile, stamp);
  }

  private static String stamp(String[] args, Path[] folders) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(String.join("\n", args).getBytes(StandardCharsets.UTF_8));
    for (Path folder : folders) {
      try (var files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
          digest.update(read(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
