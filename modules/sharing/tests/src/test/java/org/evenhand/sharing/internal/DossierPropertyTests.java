package org.evenhand.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.foundation.Refusal;
import org.evenhand.sharing.AnswerState;
import org.evenhand.sharing.FieldAnswer;
import org.evenhand.sharing.SampleForm;
import org.evenhand.spi.Artefact;
import org.evenhand.spi.Dossier;
import org.evenhand.spi.FieldRules;
import org.evenhand.spi.SharingPurpose;

/**
 * Minimisation by construction (P8.2, T22): what is not allowed reaches no document and no error.
 */
class DossierPropertyTests {

  private static final String CANARY = "canary:";

  record Case(SampleForm form, SharingPurpose purpose, List<FieldAnswer> answers) {}

  @Provide
  Arbitrary<Case> cases() {
    var fields = new TreeSet<String>(List.of("shoe-size", "unheard-of"));
    for (SampleForm form : SampleForm.all()) {
      for (SharingPurpose purpose : form.purposes()) {
        FieldRules rules = form.fields(purpose);
        fields.addAll(rules.required());
        fields.addAll(rules.optional());
        fields.addAll(rules.forbidden());
      }
    }
    Arbitrary<FieldAnswer> answer =
        Combinators.combine(Arbitraries.of(fields), Arbitraries.of(AnswerState.class))
            .as(
                (field, state) ->
                    new FieldAnswer(
                        field,
                        state,
                        state == AnswerState.KNOWN ? List.of(CANARY + field + ";") : List.of()));
    return Arbitraries.of(SampleForm.all())
        .flatMap(
            form ->
                Combinators.combine(Arbitraries.of(form.purposes()), answer.list().ofMaxSize(40))
                    .as((purpose, answers) -> new Case(form, purpose, answers)));
  }

  @Property(tries = 300)
  @Label("T22: no value of a forbidden or unnamed field is in any document or refusal")
  void nothingForbiddenGetsOut(@ForAll("cases") Case one) {
    FieldRules rules = one.form().fields(one.purpose());
    Dossier dossier =
        DossierRules.minimal("R-1", one.purpose(), Instant.EPOCH, rules, one.answers());
    var out = new StringBuilder();
    for (Artefact artefact : one.form().render(dossier)) {
      out.append(new String(artefact.content(), StandardCharsets.UTF_8));
    }
    String refusals = DossierRules.problems(rules, one.answers()).toString();

    Set<String> allowed = new HashSet<>(rules.required());
    allowed.addAll(rules.optional());
    for (FieldAnswer answer : one.answers()) {
      String canary = CANARY + answer.field() + ";";
      if (!allowed.contains(answer.field())) {
        assertThat(out).doesNotContain(canary).doesNotContain("\"" + answer.field() + "\"");
      }
      assertThat(refusals).doesNotContain(canary);
      assertThat(answer.toString()).doesNotContain(canary);
    }
    assertThat(dossier.fields().keySet()).isSubsetOf(allowed);
  }

  @Property(tries = 100)
  @Label("T22: a field that is forbidden or outside the form is refused by name")
  void refusesByName(@ForAll("cases") Case one) {
    FieldRules rules = one.form().fields(one.purpose());
    var outside = new ArrayList<String>();
    for (FieldAnswer answer : one.answers()) {
      if (!rules.required().contains(answer.field())
          && !rules.optional().contains(answer.field())) {
        outside.add(answer.field());
      }
    }
    List<String> codes =
        DossierRules.problems(rules, one.answers()).stream().map(Refusal::code).toList();
    assertThat(codes.contains("FIELDS_FORBIDDEN") || codes.contains("FIELDS_OUTSIDE_FORM"))
        .isEqualTo(!outside.isEmpty());
  }
}
