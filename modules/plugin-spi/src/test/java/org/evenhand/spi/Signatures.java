package org.evenhand.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All of the interface that a compiled plugin can link against, a line for each type, method and
 * field: what is not private or package-private, by descriptor.
 */
final class Signatures {

  /** What matters to a plugin that was compiled before: the rest may change. */
  private static final Set<AccessFlag> TOLD =
      EnumSet.of(
          AccessFlag.PUBLIC,
          AccessFlag.PROTECTED,
          AccessFlag.STATIC,
          AccessFlag.FINAL,
          AccessFlag.ABSTRACT,
          AccessFlag.INTERFACE,
          AccessFlag.ENUM,
          AccessFlag.ANNOTATION);

  private static final String EXTENSION_POINT = "org/pf4j/ExtensionPoint";

  private Signatures() {}

  /** Every class of this folder. */
  static List<ClassModel> classesIn(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .sorted()
          .map(
              file -> {
                try {
                  return ClassFile.of().parse(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> of(Collection<ClassModel> classes) {
    var lines = new TreeSet<String>();
    for (ClassModel type : classes) {
      if (!seen(type.flags())) {
        continue;
      }
      String name = type.thisClass().asInternalName();
      lines.add(
          "type %s %s extends %s"
              .formatted(
                  name,
                  flags(type.flags()),
                  type.superclass().map(ClassEntry::asInternalName).orElse("-")));
      for (ClassEntry above : type.interfaces()) {
        lines.add("type %s is %s".formatted(name, above.asInternalName()));
      }
      for (MethodModel method : type.methods()) {
        if (seen(method.flags()) && !method.flags().has(AccessFlag.SYNTHETIC)) {
          lines.add(
              "method %s.%s%s %s"
                  .formatted(
                      name,
                      method.methodName().stringValue(),
                      method.methodType().stringValue(),
                      flags(method.flags())));
        }
      }
      for (FieldModel field : type.fields()) {
        if (seen(field.flags()) && !field.flags().has(AccessFlag.SYNTHETIC)) {
          lines.add(
              "field %s.%s %s %s"
                  .formatted(
                      name,
                      field.fieldName().stringValue(),
                      field.fieldType().stringValue(),
                      flags(field.flags())));
        }
      }
    }
    return lines;
  }

  /**
   * What a plugin that was compiled against the released interface would trip over in this one:
   * what is gone or is different, and what it would now have to implement and does not.
   */
  static List<String> incompatible(Set<String> released, Collection<ClassModel> classes) {
    Set<String> now = of(classes);
    var broken = new ArrayList<String>();
    released.stream()
        .filter(line -> !now.contains(line))
        .forEach(line -> broken.add("gone: " + line));
    for (ClassModel type : classes) {
      boolean implemented =
          type.interfaces().stream()
              .anyMatch(above -> above.asInternalName().equals(EXTENSION_POINT));
      String name = type.thisClass().asInternalName();
      if (implemented && released.contains("type " + name + " is " + EXTENSION_POINT)) {
        now.stream()
            .filter(line -> line.startsWith("method " + name + "."))
            .filter(line -> line.contains(" ABSTRACT") && !released.contains(line))
            .forEach(line -> broken.add("has to be implemented: " + line));
      }
    }
    return broken;
  }

  private static boolean seen(AccessFlags flags) {
    return flags.has(AccessFlag.PUBLIC) || flags.has(AccessFlag.PROTECTED);
  }

  private static String flags(AccessFlags flags) {
    return flags.flags().stream()
        .filter(TOLD::contains)
        .map(Enum::name)
        .sorted(java.util.Comparator.reverseOrder())
        .collect(Collectors.joining(" "));
  }
}
