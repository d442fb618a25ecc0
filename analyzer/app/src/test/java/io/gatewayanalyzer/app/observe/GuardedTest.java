package io.gatewayanalyzer.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void shouldPassOnEverythingAndLetNothingOut() throws Exception {
    // given
    LineWatcher watcher = LineWatcher.guarded(failing());
    List<Method> calls =
        Arrays.stream(LineWatcher.class.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .toList();

    // when
    for (Method call : calls) {
      call(watcher, call);
    }

    // then
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(calls.stream().map(Method::getName).toList());
  }

  @Test
  void shouldTellTheOtherOneToo() {
    // given
    List<String> heard = new ArrayList<>();
    LineWatcher listening =
        new LineWatcher() {
          @Override
          public void deadLetter() {
            heard.add("dead letter");
          }
        };
    LineWatcher both = LineWatcher.both(LineWatcher.guarded(failing()), listening);

    // when
    both.deadLetter();

    // then
    assertThat(heard).containsExactly("dead letter");
  }

  private static void call(LineWatcher watcher, Method method)
      throws IllegalAccessException, InvocationTargetException {
    Object[] arguments = Arrays.stream(method.getParameterTypes()).map(GuardedTest::any).toArray();
    method.invoke(watcher, arguments);
  }

  private static Object any(Class<?> type) {
    if (type == long.class) {
      return 1L;
    }
    return type == double.class ? (Object) 1.0 : null;
  }

  private LineWatcher failing() {
    return (LineWatcher)
        Proxy.newProxyInstance(
            LineWatcher.class.getClassLoader(),
            new Class<?>[] {LineWatcher.class},
            (proxy, method, arguments) -> {
              told.add(method.getName());
              throw new IllegalStateException("any");
            });
  }
}
