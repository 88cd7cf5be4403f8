package org.evenhandtest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Hears every statement that a thread prepares, by whichever library: for tests that say how many
 * there may be. Make it a bean of the test's configuration.
 */
public final class StatementLog implements BeanPostProcessor {

  private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

  /** The statements that this thread prepares meanwhile. */
  public static List<String> during(Runnable doing) {
    var heard = new ArrayList<String>();
    HEARD.set(heard);
    try {
      doing.run();
    } finally {
      HEARD.remove();
    }
    return List.copyOf(heard);
  }

  /** How many of them speak of that module's tables or functions. */
  public static long of(String module, List<String> statements) {
    return statements.stream()
        .filter(sql -> sql.contains("\"" + module + "\".") || sql.contains(" " + module + "."))
        .count();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? around(DataSource.class, source, StatementLog::connection)
        : bean;
  }

  private static @Nullable Object connection(Method method, @Nullable Object result) {
    return result instanceof Connection connection
        ? around(Connection.class, connection, (called, answer) -> answer)
        : result;
  }

  private interface After {
    @Nullable Object then(Method method, @Nullable Object result);
  }

  private static <T> T around(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              List<String> heard = HEARD.get();
              if (heard != null
                  && method.getName().startsWith("prepare")
                  && arguments != null
                  && arguments[0] instanceof String sql) {
                heard.add(sql);
              }
              try {
                return after.then(method, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
