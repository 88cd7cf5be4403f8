package org.evenhand.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.evenhandtest.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with which an author tries a jar out. */
class TryOutTests {

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... args) {
    return TryOut.run(List.of(args), new PrintStream(said, true, UTF_8));
  }

  private String said() {
    return said.toString(UTF_8);
  }

  private PluginJar mornings() {
    return PluginJar.plugin("parks", "1.0.0")
        .manifest("Plugin-Requires", "^1.0.0")
        .source(
            "parks.Mornings",
            """
            package parks;

            import java.time.Period;
            import java.util.List;
            import java.util.Set;
            import org.evenhand.spi.*;

            @org.pf4j.Extension
            public class Mornings implements RestrictionType {
              public TypeId id() { return TypeId.of("parks.mornings"); }
              public Texts name() { return Texts.en("Mornings"); }
              public Texts description() { return Texts.en("Calls to the parks team in a slot."); }
              public Set<Nature> natures() { return Set.of(Nature.RESTRICTIVE); }
              public Axis axis() { return Axis.WHEN; }
              public Appealability appealability() { return Appealability.APPEALABLE; }
              public AuthorityAction authority() { return AuthorityAction.RESTRICT_CONTACT; }
              public Period reviewInterval() { return Period.ofMonths(6); }
              public List<SettingDescriptor> settings() {
                return List.of(new SettingDescriptor.WeeklySlotsSetting(
                    Field.required("slots", Texts.en("When"))));
              }
              public int settingsVersion() { return 1; }
              public List<Rule> compile(Settings settings) {
                return List.of(new Rule("slot",
                    Condition.allOf(Condition.inbound(), Condition.channelIn(Channel.PHONE),
                        Condition.not(Condition.within(settings.weeklySlots("slots")))),
                    Effect.decline(), Words.say("Please ring in the slot."),
                    Citation.policy("8.3.2"), RuleSource.POLICY));
              }
              public LetterWording letter(Settings settings) {
                return new LetterWording(Texts.en("Please ring in the slot."), Texts.none(),
                    Texts.none(), Texts.en("Write at any time."), Texts.none());
              }
              public StaffWording staffWording(Settings settings) {
                return new StaffWording(Texts.en("Calls in a slot"), Texts.en("Give the slot."));
              }
            }
            """);
  }

  @Test
  void listsWhatAJarBrings() {
    String jar = mornings().writeTo(folder).toString();

    assertThat(run(jar)).isZero();

    assertThat(said()).contains("Plugin-Requires: ^1.0.0", "parks.mornings", "--set slots=");
  }

  @Test
  void answersAContactCheckAgainstAJar() {
    String jar = mornings().writeTo(folder).toString();
    String slots = "slots=MON 10:00-12:00, thu 14:00-16:00";

    assertThat(
            run(
                jar,
                "parks.mornings",
                "--set",
                slots,
                "--channel",
                "phone",
                "--at",
                "2026-11-23T13:00"))
        .isZero();
    assertThat(said())
        .contains("Answer: DECLINE_THIS_CONTACT", "Please ring in the slot.", "Open route: yes");

    said.reset();
    assertThat(
            run(
                jar,
                "parks.mornings",
                "--set",
                slots,
                "--channel",
                "phone",
                "--at",
                "2026-11-23T11:00"))
        .isZero();
    assertThat(said()).contains("Answer: ALLOWED");

    said.reset();
    assertThat(
            run(
                jar,
                "parks.mornings",
                "--set",
                slots,
                "--topic",
                "emergency-repair",
                "--at",
                "2026-11-23T13:00"))
        .isZero();
    assertThat(said()).contains("Answer: ALLOWED", "HELP_HERE_AND_NOW");
  }

  @Test
  void saysWhatIsWrongWithTheSettings() {
    String jar = mornings().writeTo(folder).toString();

    assertThat(run(jar, "parks.mornings")).isEqualTo(1);
    assertThat(said()).contains("refused: slots required", "--set slots=<weekly-slots>");

    said.reset();
    assertThat(run(jar, "parks.mornings", "--set", "slots=whenever")).isEqualTo(1);
    assertThat(said()).contains("whenever cannot be read as weekly-slots for slots");

    said.reset();
    assertThat(run(jar, "parks.mornings", "--set", "park=x")).isEqualTo(1);
    assertThat(said()).contains("has no setting park");
  }

  @Test
  void saysWhatIsWrongWithTheCommand() {
    String jar = mornings().writeTo(folder).toString();

    assertThat(run()).isEqualTo(1);
    assertThat(said()).contains("Usage: TryOut");

    said.reset();
    assertThat(run(folder.resolve("none.jar").toString())).isEqualTo(1);
    assertThat(said()).contains("There is no jar");

    said.reset();
    assertThat(run(jar, "parks.evenings")).isEqualTo(1);
    assertThat(said()).contains("has no type parks.evenings");

    said.reset();
    assertThat(run(jar, "parks.mornings", "--set", "slots=MON 10:00-12:00", "--channel", "smoke"))
        .isEqualTo(1);
    assertThat(said()).contains("--channel can be email, face-to-face");

    said.reset();
    assertThat(run(jar, "parks.mornings", "--set", "slots=MON 10:00-12:00", "--at", "noon"))
        .isEqualTo(1);
    assertThat(said()).contains("--at needs a day and a time");
  }

  @Test
  void saysThatTheAnnotationProcessorDidNotRun() {
    String jar = mornings().withoutAnnotationProcessing().writeTo(folder).toString();

    assertThat(run(jar)).isEqualTo(1);
    assertThat(said()).contains("the annotation processor did not run");
  }
}
