import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Leaves a method out of a class of the library: a plugin that names what no plugin may reach is
 * not loaded, whether it calls it or not.
 */
class DropMethod {
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    var classes = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
    var dropped = new boolean[1];
    byte[] without =
        classes.transformClass(
            classes.parse(file),
            ClassTransform.dropping(
                element -> {
                  boolean it =
                      element instanceof MethodModel method
                          && method.methodName().equalsString(args[1]);
                  dropped[0] |= it;
                  return it;
                }));
    if (!dropped[0]) {
      throw new IllegalStateException(file + " has no method " + args[1]);
    }
    Files.write(file, without);
  }
}
