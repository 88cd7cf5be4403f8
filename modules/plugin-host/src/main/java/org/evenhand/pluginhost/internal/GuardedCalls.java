package org.evenhand.pluginhost.internal;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUnavailableException;

/**
 * The only way into a plugin. A call runs on a thread of the plugin's own, so that one that never
 * returns holds up nobody else; it ends after the limit, whatever the plugin does; whatever it
 * throws, errors of the virtual machine included, ends here.
 */
final class GuardedCalls implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(GuardedCalls.class.getName());

  static final int TIMES = 20;

  private final String pluginId;
  private final Duration limit;
  private final PluginHealth health;
  private final InstantSource clock;
  private final int atOnce;
  private final Semaphore free;
  private final ThreadPoolExecutor threads;

  /** The loader becomes the context class loader of the plugin's threads. */
  GuardedCalls(
      String pluginId,
      ClassLoader loader,
      Duration limit,
      int atOnce,
      PluginHealth health,
      InstantSource clock) {
    this.pluginId = pluginId;
    this.limit = limit;
    this.health = health;
    this.clock = clock;
    this.atOnce = atOnce;
    this.free = new Semaphore(atOnce);
    var factory =
        Thread.ofPlatform()
            .daemon()
            .inheritInheritableThreadLocals(false)
            .name("plugin-" + pluginId + "-", 1)
            .factory();
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = factory.newThread(work);
              thread.setContextClassLoader(loader);
              return thread;
            });
  }

  /**
   * Calls the plugin.
   *
   * @param method what is called, for the log and the administrator
   * @throws PluginUnavailableException if there was no usable answer
   */
  <T> T call(String method, Callable<T> work) {
    return call(method, limit, work);
  }

  /** The same for what reaches another machine, which may take {@value #TIMES} times as long. */
  <T> T callPatiently(String method, Callable<T> work) {
    return call(method, limit.multipliedBy(TIMES), work);
  }

  private <T> T call(String method, Duration within, Callable<T> work) {
    if (health.isOff()) {
      throw new PluginUnavailableException(pluginId, "PLUGIN_SWITCHED_OFF");
    }
    long started = System.nanoTime();
    Future<T> answer = begin(work);
    try {
      T value = answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
      if (value == null) {
        throw failed(method, new NullPointerException());
      }
      health.answered(System.nanoTime() - started, clock.instant());
      return value;
    } catch (TimeoutException e) {
      answer.cancel(true);
      String milliseconds = Long.toString(within.toMillis());
      throw unavailable(
          new PluginProblem(
              "PLUGIN_TIMED_OUT", Map.of("call", method, "milliseconds", milliseconds)),
          true);
    } catch (ExecutionException e) {
      throw failed(method, Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new PluginUnavailableException(pluginId, "PLUGIN_BUSY");
    }
  }

  /** Places are counted and not threads: a thread that just ended a call takes none. */
  private <T> Future<T> begin(Callable<T> work) {
    if (threads.isShutdown()) {
      throw new PluginUnavailableException(pluginId, "PLUGIN_SWITCHED_OFF");
    }
    if (!free.tryAcquire()) {
      throw new PluginUnavailableException(pluginId, "PLUGIN_BUSY");
    }
    var place = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (place.getAndSet(false)) {
            free.release();
          }
        };
    var answer =
        new FutureTask<T>(
            () -> {
              try {
                return work.call();
              } finally {
                leave.run();
              }
            });
    try {
      threads.execute(
          () -> {
            try {
              answer.run();
            } finally {
              // Given up before it began.
              leave.run();
            }
          });
    } catch (RejectedExecutionException closed) {
      leave.run();
      throw new PluginUnavailableException(pluginId, "PLUGIN_SWITCHED_OFF");
    }
    return answer;
  }

  /** The message of what was thrown is left out: it may hold what the settings say. */
  private PluginUnavailableException failed(String method, Throwable thrown) {
    return unavailable(
        new PluginProblem(
            "PLUGIN_FAILED",
            Map.of("call", method, "thrown", thrown.getClass().getName(), "at", place(thrown))),
        false);
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "?" : PluginArchive.shown(trace[0].toString());
  }

  private PluginUnavailableException unavailable(PluginProblem problem, boolean tooSlow) {
    boolean switchedOff = health.failed(problem, tooSlow, clock.instant());
    LOG.log(
        switchedOff ? Level.ERROR : Level.WARNING,
        "plugin {0}: {1} {2}{3}",
        pluginId,
        problem.code(),
        problem.parameters(),
        switchedOff ? "; switched off" : "");
    if (switchedOff) {
      close();
    }
    return new PluginUnavailableException(pluginId, problem.code());
  }

  /**
   * Another version answers from now on: what is under way finishes here, and whoever still holds
   * this one may finish with it. Threads end as soon as they have nothing to do, so that nothing
   * keeps the version's classes.
   */
  void retire() {
    threads.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
  }

  /**
   * How many calls are under way, those included that did not listen when they were interrupted.
   */
  int underWay() {
    return atOnce - free.availablePermits();
  }

  /** Interrupts what still runs; a thread that does not listen is left behind as a daemon. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
