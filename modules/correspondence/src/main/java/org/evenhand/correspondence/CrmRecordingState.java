package org.evenhand.correspondence;

/** How far the recording of a response on the corporate CRM has come (P4.2). */
public enum CrmRecordingState {
  /** Not recorded yet; nothing went wrong. */
  OPEN,
  /** Not recorded yet; the connector failed, and it is tried again. */
  FAILING,
  /** The CRM will not take it; a person has to look. */
  REJECTED,
  /** Recorded, by the CRM's reference. */
  DONE
}
