package org.evenhand.restrictions.internal.web;

import java.util.List;
import org.evenhand.correspondence.LetterPreview;
import org.evenhand.correspondence.NoticeDraftView;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.restrictions.RestrictionPreviewView;
import org.evenhand.restrictions.RestrictionView;
import org.jspecify.annotations.Nullable;

/** What acts answer. */
final class Payloads {

  private Payloads() {}

  record RestrictionPayload(
      @Nullable RestrictionView restriction, List<Refusal> refusals, List<Warning> warnings) {

    static RestrictionPayload of(Outcome<RestrictionView> outcome) {
      return new RestrictionPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record PreviewPayload(
      @Nullable RestrictionPreviewView preview, List<Refusal> refusals, List<Warning> warnings) {

    static PreviewPayload of(Outcome<RestrictionPreviewView> outcome) {
      return new PreviewPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record NoticeDraftPayload(
      @Nullable NoticeDraftView draft, List<Refusal> refusals, List<Warning> warnings) {

    static NoticeDraftPayload of(Outcome<NoticeDraftView> outcome) {
      return new NoticeDraftPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record NoticePreviewPayload(
      @Nullable LetterPreview preview, List<Refusal> refusals, List<Warning> warnings) {

    static NoticePreviewPayload of(Outcome<LetterPreview> outcome) {
      return new NoticePreviewPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record NoticePayload(
      @Nullable NoticeView notice, List<Refusal> refusals, List<Warning> warnings) {

    static NoticePayload of(Outcome<NoticeView> outcome) {
      return new NoticePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }
}
