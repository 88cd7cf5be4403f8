package org.evenhand.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Question 29: a plugin that was built for a release runs on every later one with the same first
 * number. What was released lies beside this test; see the README of the module.
 */
class StaysCompatibleTests {

  private static final Path RELEASED = Path.of("src", "test", "released");
  private static final List<ClassModel> NOW =
      Signatures.classesIn(Path.of("target", "classes", "org", "evenhand", "spi"));

  private static Set<String> released() throws IOException {
    String major = SpiVersion.CURRENT.substring(0, SpiVersion.CURRENT.indexOf('.'));
    return new TreeSet<>(Files.readAllLines(RELEASED.resolve("spi-" + major + ".txt")));
  }

  @Test
  @DisplayName("nothing that was released under this first number is gone or asks for more")
  void whatWasReleasedStays() throws IOException {
    Files.write(Path.of("target", "spi.txt"), Signatures.of(NOW));
    assertThat(released()).hasSizeGreaterThan(500);
    assertThat(Signatures.incompatible(released(), NOW))
        .as("raise the first number of SpiVersion, or leave what was released as it is")
        .isEmpty();
  }

  @Test
  @DisplayName(
      "a method that is gone, one that returns something else, a new one to implement: found")
  void findsWhatIsWrongOnPurpose() {
    Set<String> asItIs = Signatures.of(NOW);
    assertThat(Signatures.incompatible(asItIs, without("RestrictionType", "axis")))
        .singleElement()
        .asString()
        .startsWith("gone: method org/evenhand/spi/RestrictionType.axis()");
    assertThat(Signatures.incompatible(asItIs, without("Text", "value"))).hasSize(1);
    assertThat(Signatures.incompatible(asItIs, with("Delivery", "recall", true)))
        .singleElement()
        .asString()
        .startsWith("has to be implemented: method org/evenhand/spi/Delivery.recall()");
    assertThat(Signatures.incompatible(asItIs, NOW.subList(1, NOW.size()))).isNotEmpty();
  }

  @Test
  @DisplayName("what is added and asks nothing of a plugin is no trouble")
  void additionsAreWelcome() {
    Set<String> asItIs = Signatures.of(NOW);
    assertThat(Signatures.incompatible(asItIs, with("Delivery", "recall", false))).isEmpty();
    assertThat(Signatures.incompatible(asItIs, with("PluginContext", "folder", true)))
        .as("the house implements it, and not the plugin")
        .isEmpty();
  }

  private static List<ClassModel> without(String type, String method) {
    return changed(
        type,
        ClassTransform.dropping(
            element ->
                element instanceof MethodModel model && model.methodName().equalsString(method)));
  }

  private static List<ClassModel> with(String type, String method, boolean toImplement) {
    int flags = ClassFile.ACC_PUBLIC | (toImplement ? ClassFile.ACC_ABSTRACT : 0);
    return changed(
        type,
        ClassTransform.endHandler(
            builder ->
                builder.withMethod(
                    method,
                    MethodTypeDesc.of(ClassDesc.of("java.lang.String")),
                    flags,
                    body -> {
                      if (!toImplement) {
                        body.withCode(code -> code.aconst_null().areturn());
                      }
                    })));
  }

  private static List<ClassModel> changed(String type, ClassTransform change) {
    return NOW.stream()
        .map(
            model ->
                model.thisClass().asInternalName().equals("org/evenhand/spi/" + type)
                    ? ClassFile.of().parse(ClassFile.of().transformClass(model, change))
                    : model)
        .toList();
  }
}
