package org.evenhand.policy.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.evenhand.policy.PolicyDocument;
import org.evenhand.policy.PolicySection;
import org.junit.jupiter.api.Test;

class PolicyTextImportTests {

  @Test
  void keepsNumberedListItemsInTheirSection() {
    PolicyDocument read =
        PolicyTextImport.read(
            """
            A policy

            1. Beginning

            Steps:
            3. Third things are no heading when the second has not come.

            2. End

            2.1 Part of the end

            Words.
            """);

    assertThat(read.sections())
        .containsExactly(
            new PolicySection(
                "1",
                "Beginning",
                "Steps:\n3. Third things are no heading when the second has not come."),
            new PolicySection("2", "End", ""),
            new PolicySection("2.1", "Part of the end", "Words."));
  }

  @Test
  void aTextWithoutHeadingsIsOneSection() {
    assertThat(PolicyTextImport.read("Be fair.\nAlways.").sections())
        .containsExactly(new PolicySection("", "", "Be fair.\nAlways."));
  }

  @Test
  void anEmptyTextHasNoSection() {
    assertThat(PolicyTextImport.read(" \n\t\n").sections()).isEmpty();
  }

  @Property(tries = 300)
  void readsWhateverSomebodyPastes(@ForAll @StringLength(max = 400) String text) {
    PolicyDocument read = PolicyTextImport.read(text);

    assertThat(PolicyLinter.findings(LintedPolicy.unpublished(read))).isNotEmpty();
  }

  @Property(tries = 200)
  void losesNoWordOfASection(@ForAll("plainWords") String words) {
    PolicyDocument read =
        PolicyTextImport.read("A policy\n\n1. First\n\n" + words + "\n\n2. Second\n\n" + words);

    assertThat(read.sections().stream().map(s -> s.text().strip()).collect(Collectors.toList()))
        .containsExactly(words, words);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> plainWords() {
    return net.jqwik.api.Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(words -> String.join(" ", words).toLowerCase(Locale.ROOT));
  }
}
