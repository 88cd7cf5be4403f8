package org.evenhand.foundation.internal.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Anything by its id, from whichever module keeps it. */
@Controller
class NodeController {

  private final Map<String, NodeSource> sources;

  NodeController(List<NodeSource> sources) {
    this.sources =
        sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
  }

  @QueryMapping
  @Nullable Object node(@Argument String id) {
    GlobalId wanted = GlobalId.parse(id).orElse(null);
    NodeSource source = wanted == null ? null : sources.get(wanted.type());
    return wanted == null || source == null ? null : source.find(wanted.id()).orElse(null);
  }
}
