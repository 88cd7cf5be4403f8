package org.evenhand.app;

import graphql.GraphQL;
import graphql.GraphQLContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.ExecutionGraphQlRequest;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Executes an operation on the request's own thread. Loaders are made when a field first asks for
 * one: there are dozens, and the front line's question needs none of them. Nothing is carried from
 * thread to thread either, since no field is answered on another.
 */
@Component
final class Operations implements ExecutionGraphQlService {

  private final GraphQL graphQl;
  private final BatchLoaderRegistry loaders;

  Operations(GraphQlSource source, BatchLoaderRegistry loaders) {
    this.graphQl = source.graphQl();
    this.loaders = loaders;
  }

  @Override
  public Mono<ExecutionGraphQlResponse> execute(ExecutionGraphQlRequest request) {
    return Mono.defer(
        () -> {
          var asked = request.toExecutionInput();
          var input =
              asked.transform(
                  builder ->
                      builder.dataLoaderRegistry(
                          new LoadersOnDemand(loaders, asked.getGraphQLContext())));
          return Mono.fromFuture(graphQl.executeAsync(input))
              .map(result -> new DefaultExecutionGraphQlResponse(input, result));
        });
  }

  private static final class LoadersOnDemand extends DataLoaderRegistry {

    private final BatchLoaderRegistry loaders;
    private final GraphQLContext context;
    private boolean made;

    LoadersOnDemand(BatchLoaderRegistry loaders, GraphQLContext context) {
      this.loaders = loaders;
      this.context = context;
    }

    @Override
    public <K, V> @Nullable DataLoader<K, V> getDataLoader(String key) {
      if (!made) {
        made = true;
        loaders.registerDataLoaders(this, context);
      }
      return super.getDataLoader(key);
    }
  }
}
