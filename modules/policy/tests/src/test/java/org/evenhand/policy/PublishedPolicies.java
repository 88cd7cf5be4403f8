package org.evenhand.policy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** The publications that listeners were told of. */
@TestComponent
public class PublishedPolicies {

  private final List<PolicyVersionPublished> all = new CopyOnWriteArrayList<>();

  @EventListener
  void on(PolicyVersionPublished event) {
    all.add(event);
  }

  public List<PolicyVersionPublished> all() {
    return all;
  }

  void clear() {
    all.clear();
  }
}
