package io.gatewayanalyzer.app.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The signals by which people and supervisors ask a process to end. The only API that leaves the
 * exit code to us is the JDK's unsupported one; it is called by name because a compiler that treats
 * warnings as errors refuses it otherwise.
 */
public final class StopSignals {
  private StopSignals() {}

  /**
   * Runs something in place of the JVM's own reaction, which would end with a signal's exit status.
   * A second signal ends the JVM at once. Where the JVM has no such API its own reaction stays.
   */
  public static void onStop(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getMethod("handle", signal, handler);
      Object jvmsOwn = handler.getField("SIG_DFL").get(null);
      InvocationHandler first =
          (proxy, method, arguments) -> {
            handle.invoke(null, arguments[0], jvmsOwn);
            action.run();
            return null;
          };
      Object once =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, first);
      for (String name : new String[] {"TERM", "INT"}) {
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), once);
      }
    } catch (ReflectiveOperationException e) {
      return; // a JVM without signals: the shutdown is its own
    }
  }
}
