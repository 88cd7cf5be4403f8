package org.evenhand.sharing.internal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The way out to a webhook. */
public interface WebhookSender {

  /** What came of one attempt. */
  sealed interface Answer {
    record Status(int code) implements Answer {}

    /** Nothing was said, or nothing came back; the code names no address. */
    record Fault(String code) implements Answer {}
  }

  /** Why nothing may be said there; empty where it may. A code of a refusal. */
  Optional<String> refusal(URI url);

  /** Posts it; follows no redirect, and says nothing where {@link #refusal} is against it. */
  Answer post(URI url, Map<String, String> headers, String body);
}
