package org.evenhand.pluginhost.internal;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUse;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a plugin's classes for what it would reach besides computing. Every class, method
 * and field that a class file uses by name stands in its constant pool, so nothing has to be run to
 * find it. What is only put together at run time is found by what puts it together: reflection has
 * to be declared.
 */
final class ClassScan {

  private static final int MOST = 40;

  /** Allowed to no plugin, whatever it declares. */
  private static final Set<String> NEVER =
      Set.of(
          "java.lang.System.exit",
          "java.lang.System.load",
          "java.lang.System.loadLibrary",
          "java.lang.System.setProperty",
          "java.lang.System.setProperties",
          "java.lang.System.clearProperty",
          "java.lang.System.setOut",
          "java.lang.System.setErr",
          "java.lang.System.setIn",
          "java.lang.System.getenv",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Runtime.exec",
          "java.lang.Runtime.load",
          "java.lang.Runtime.loadLibrary",
          "java.lang.Runtime.addShutdownHook",
          "java.lang.Runtime.removeShutdownHook",
          "java.lang.Thread.getAllStackTraces",
          "java.lang.Thread.setDefaultUncaughtExceptionHandler",
          "java.lang.ClassLoader.getSystemClassLoader",
          "java.util.Locale.setDefault",
          "java.util.TimeZone.setDefault",
          "java.security.Security.addProvider",
          "java.security.Security.insertProviderAt",
          "java.security.Security.removeProvider",
          "java.security.Security.setProperty",
          "java.net.URL.setURLStreamHandlerFactory");

  /** The same for whole classes, or for packages where it ends with a dot. */
  private static final List<String> NEVER_CLASSES =
      List.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.ThreadGroup",
          "java.lang.ModuleLayer",
          "java.lang.foreign.",
          "java.lang.instrument.",
          "java.lang.management.",
          "javax.management.",
          "sun.",
          "com.sun.",
          "jdk.internal.",
          "jdk.");

  private static final Map<PluginUse, List<String>> CLASSES =
      Map.of(
          PluginUse.FILES,
          List.of(
              "java.io.File",
              "java.io.FileInputStream",
              "java.io.FileOutputStream",
              "java.io.FileReader",
              "java.io.FileWriter",
              "java.io.RandomAccessFile",
              "java.nio.file.Files",
              "java.nio.file.FileSystem",
              "java.nio.file.FileSystems",
              "java.nio.channels.FileChannel",
              "java.nio.channels.AsynchronousFileChannel",
              "java.util.zip.ZipFile",
              "java.util.jar.JarFile"),
          PluginUse.NETWORK,
          List.of(
              "java.net.Socket",
              "java.net.ServerSocket",
              "java.net.DatagramSocket",
              "java.net.MulticastSocket",
              "java.net.InetAddress",
              "java.net.NetworkInterface",
              "java.net.URLConnection",
              "java.net.HttpURLConnection",
              "java.net.URLClassLoader",
              "java.net.http.",
              "javax.net.",
              "java.nio.channels.SocketChannel",
              "java.nio.channels.ServerSocketChannel",
              "java.nio.channels.DatagramChannel",
              "java.nio.channels.AsynchronousSocketChannel",
              "java.nio.channels.AsynchronousServerSocketChannel"),
          PluginUse.REFLECTION,
          List.of(
              "java.lang.reflect.Method",
              "java.lang.reflect.Constructor",
              "java.lang.reflect.Field",
              "java.lang.reflect.AccessibleObject",
              "java.lang.reflect.Proxy",
              "java.lang.ClassLoader",
              "java.lang.StackWalker",
              "java.security.SecureClassLoader",
              "java.util.ServiceLoader"),
          PluginUse.THREADS,
          List.of(
              "java.util.concurrent.Executors",
              "java.util.concurrent.ThreadPoolExecutor",
              "java.util.concurrent.ScheduledThreadPoolExecutor",
              "java.util.concurrent.ForkJoinPool",
              "java.util.concurrent.CompletableFuture",
              "java.util.Timer"));

  private static final Map<PluginUse, Set<String>> MEMBERS =
      Map.of(
          PluginUse.NETWORK,
          Set.of(
              "java.net.URL.openStream", "java.net.URL.openConnection", "java.net.URL.getContent"),
          PluginUse.FILES,
          Set.of("java.nio.file.Path.toFile", "java.nio.file.Path.getFileSystem"),
          PluginUse.REFLECTION,
          Set.of(
              "java.lang.Class.forName",
              "java.lang.Class.getClassLoader",
              "java.lang.Class.getModule",
              "java.lang.Class.getMethod",
              "java.lang.Class.getMethods",
              "java.lang.Class.getDeclaredMethod",
              "java.lang.Class.getDeclaredMethods",
              "java.lang.Class.getConstructor",
              "java.lang.Class.getConstructors",
              "java.lang.Class.getDeclaredConstructor",
              "java.lang.Class.getDeclaredConstructors",
              "java.lang.Class.getField",
              "java.lang.Class.getFields",
              "java.lang.Class.getDeclaredField",
              "java.lang.Class.getDeclaredFields",
              "java.lang.Class.newInstance",
              "java.lang.Thread.getContextClassLoader",
              "java.lang.Thread.setContextClassLoader",
              "java.lang.Thread.getThreadGroup",
              "java.lang.invoke.MethodHandles.lookup",
              "java.lang.invoke.MethodHandles.publicLookup",
              "java.lang.invoke.MethodHandles.privateLookupIn"),
          PluginUse.THREADS,
          Set.of(
              "java.lang.Thread.<init>",
              "java.lang.Thread.start",
              "java.lang.Thread.ofPlatform",
              "java.lang.Thread.ofVirtual",
              "java.lang.Thread.startVirtualThread",
              "java.util.Collection.parallelStream",
              "java.util.stream.BaseStream.parallel"));

  private ClassScan() {}

  /** What is found and not declared, in the order of the classes; copes with no class files. */
  static List<PluginProblem> problems(Map<String, byte[]> classes, Collection<PluginUse> declared) {
    var found = new ArrayList<PluginProblem>();
    for (var entry : new TreeMap<>(classes).entrySet()) {
      scan(PluginArchive.shown(entry.getKey()), entry.getValue(), declared, found);
      if (found.size() >= MOST) {
        return List.copyOf(found.subList(0, MOST));
      }
    }
    return List.copyOf(found);
  }

  private static void scan(
      String name, byte[] bytes, Collection<PluginUse> declared, List<PluginProblem> found) {
    var reached = new TreeMap<String, String>();
    try {
      ClassModel model = ClassFile.of().parse(bytes);
      model.methods().stream()
          .filter(method -> method.flags().has(AccessFlag.NATIVE))
          .forEach(method -> reached.put("native " + method.methodName().stringValue(), ""));
      for (PoolEntry entry : model.constantPool()) {
        switch (entry) {
          case MemberRefEntry member -> {
            String owner = dotted(member.owner().asInternalName());
            classify(owner + "." + member.name().stringValue(), owner, reached);
          }
          case ClassEntry type -> {
            String owner = dotted(type.asInternalName());
            classify(owner, owner, reached);
          }
          default -> {}
        }
      }
    } catch (IllegalArgumentException malformed) {
      // Another check says that it is no class file.
      return;
    }
    reached.forEach(
        (what, use) -> {
          if (use.isEmpty()) {
            found.add(new PluginProblem("CLASS_REACHES_OUT", Map.of("class", name, "what", what)));
          } else if (!declared.contains(PluginUse.valueOf(use))) {
            found.add(
                new PluginProblem(
                    "USE_NOT_DECLARED",
                    Map.of(
                        "class",
                        name,
                        "what",
                        what,
                        "use",
                        DeclaredUses.word(PluginUse.valueOf(use)))));
          }
        });
  }

  private static void classify(String what, String owner, Map<String, String> reached) {
    if (NEVER.contains(what) || matches(NEVER_CLASSES, owner)) {
      reached.put(what, "");
      return;
    }
    PluginUse use = use(what, owner);
    if (use != null) {
      reached.put(what, use.name());
    }
  }

  private static @Nullable PluginUse use(String what, String owner) {
    for (PluginUse use : PluginUse.values()) {
      if (MEMBERS.getOrDefault(use, Set.of()).contains(what)
          || matches(CLASSES.getOrDefault(use, List.of()), owner)) {
        return use;
      }
    }
    return null;
  }

  private static boolean matches(List<String> classes, String owner) {
    for (String listed : classes) {
      if (owner.equals(listed)
          || owner.startsWith(listed + "$")
          || (listed.endsWith(".") && owner.startsWith(listed))) {
        return true;
      }
    }
    return false;
  }

  /** The element type of an array, with dots; methods of a lookup class are the class's. */
  private static String dotted(String internal) {
    String name = internal;
    while (name.startsWith("[")) {
      name = name.substring(1);
    }
    if (name.length() < internal.length() && name.startsWith("L") && name.endsWith(";")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.replace('/', '.');
  }
}
