package org.evenhand.pluginhost.internal;

import static org.evenhand.pluginhost.internal.jooq.Tables.NODE;
import static org.evenhand.pluginhost.internal.jooq.Tables.NODE_PLUGIN;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Ids;
import org.evenhand.pluginhost.PluginNodeView;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginView;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the nodes say of their plugins: each writes its own lines, and everybody reads them all. */
@Component
class NodeReports {

  /** A node that was not heard of for so long is not there. */
  private static final Duration THERE = Duration.ofSeconds(20);

  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final DSLContext sql;
  private final UUID node = Ids.next();
  private final String name = ManagementFactory.getRuntimeMXBean().getName();

  NodeReports(DSLContext sql) {
    this.sql = sql;
  }

  /** Writes how this node's plugins fare. */
  @Transactional
  public void report(List<PluginView> plugins, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    sql.insertInto(NODE)
        .set(NODE.ID, node)
        .set(NODE.NAME, name)
        .set(NODE.STARTED_AT, at)
        .set(NODE.SEEN_AT, at)
        .onConflict(NODE.ID)
        .doUpdate()
        .set(NODE.SEEN_AT, at)
        .execute();
    sql.deleteFrom(NODE)
        .where(NODE.SEEN_AT.lt(now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC)))
        .execute();
    sql.deleteFrom(NODE_PLUGIN)
        .where(
            NODE_PLUGIN.NODE.eq(node),
            NODE_PLUGIN.PLUGIN_ID.notIn(plugins.stream().map(PluginView::pluginId).toList()))
        .execute();
    for (PluginView plugin : plugins) {
      var row = sql.newRecord(NODE_PLUGIN);
      row.setNode(node);
      row.setPluginId(plugin.pluginId());
      row.setVersion(plugin.version());
      row.setSha256(plugin.sha256());
      row.setState(plugin.state().name());
      row.setProblems(
          plugin.reasons().stream().map(PluginProblem::code).distinct().toArray(String[]::new));
      row.setCalls(plugin.calls().total());
      row.setFailed(plugin.calls().failed());
      row.setTimedOut(plugin.calls().timedOut());
      row.setMeanMicros(plugin.calls().mean().toNanos() / 1_000);
      row.setLongestMicros(plugin.calls().longest().toNanos() / 1_000);
      row.setReportedAt(at);
      sql.insertInto(NODE_PLUGIN).set(row).onDuplicateKeyUpdate().set(row).execute();
    }
  }

  /** This node ends: the others need not wait until it is missed. */
  @Transactional
  public void leave() {
    sql.deleteFrom(NODE).where(NODE.ID.eq(node)).execute();
  }

  Map<String, List<PluginNodeView>> of(Collection<String> pluginIds, Instant now) {
    return sql
        .select()
        .from(NODE_PLUGIN)
        .join(NODE)
        .on(NODE.ID.eq(NODE_PLUGIN.NODE))
        .where(
            NODE_PLUGIN.PLUGIN_ID.in(pluginIds),
            NODE.SEEN_AT.ge(now.minus(THERE).atOffset(ZoneOffset.UTC)))
        .orderBy(NODE.STARTED_AT, NODE.ID)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(NODE_PLUGIN.PLUGIN_ID),
                Collectors.mapping(
                    row -> {
                      var said = row.into(NODE_PLUGIN);
                      return new PluginNodeView(
                          said.getNode(),
                          row.get(NODE.NAME),
                          said.getVersion(),
                          said.getSha256(),
                          PluginState.valueOf(said.getState()),
                          Arrays.asList(said.getProblems()),
                          said.getCalls(),
                          said.getFailed(),
                          said.getTimedOut(),
                          said.getMeanMicros() / 1_000.0,
                          said.getLongestMicros() / 1_000.0,
                          said.getReportedAt().toInstant());
                    },
                    Collectors.toList())));
  }
}
