package org.evenhand.app;

import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.util.ClassUtils;

/**
 * Keeps what Spring finds when it lays the schema beside the controllers and records that answer
 * it. The types behind an interface are found as the server finds them: by name, or as a view.
 */
final class SchemaInspection implements GraphQlSourceBuilderCustomizer {

  private final List<SchemaReport> reports = new ArrayList<>();
  private final Map<String, List<Class<?>>> bySimpleName = new HashMap<>();

  List<SchemaReport> reports() {
    return List.copyOf(reports);
  }

  @Override
  public void customize(GraphQlSource.SchemaResourceBuilder builder) {
    builder.inspectSchemaMappings(types -> types.classResolver(this::classesOf), reports::add);
  }

  private List<Class<?>> classesOf(GraphQLObjectType type, GraphQLNamedOutputType behind) {
    if (bySimpleName.isEmpty()) {
      readClasses();
    }
    var classes = new ArrayList<Class<?>>();
    classes.addAll(bySimpleName.getOrDefault(type.getName(), List.of()));
    classes.addAll(bySimpleName.getOrDefault(type.getName() + "View", List.of()));
    return classes;
  }

  /** Records of an API or a controller: an aggregate of the same name never leaves its module. */
  private void readClasses() {
    var resolver = new PathMatchingResourcePatternResolver();
    var metadata = MetadataReaderFactory.create(resolver);
    try {
      for (Resource resource : resolver.getResources("classpath*:org/evenhand/**/*.class")) {
        var read = metadata.getMetadataReader(resource).getClassMetadata();
        String name = read.getClassName();
        if (Record.class.getName().equals(read.getSuperClassName())
            && (name.contains(".internal.web.") || !name.contains(".internal."))) {
          Class<?> type = ClassUtils.resolveClassName(name, null);
          bySimpleName.computeIfAbsent(type.getSimpleName(), n -> new ArrayList<>()).add(type);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
