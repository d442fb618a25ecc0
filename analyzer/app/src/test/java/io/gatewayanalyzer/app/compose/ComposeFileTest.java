package io.gatewayanalyzer.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.compose.ComposeFile.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be held of a compose file without an engine to run it. */
class ComposeFileTest {
  private static final ComposeFile FILE = ComposeFile.read();
  private static final Pattern PINNED = Pattern.compile("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+[-\\w]*");
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|_key)$");

  /** These do one thing and serve nothing. */
  private static final Set<String> UNASKED = Set.of("tools", "demo");

  static List<Service> services() {
    return FILE.services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldPinEveryImage(Service service) {
    // when
    String image = service.text("image");

    // then
    assertThat(image).matches(PINNED);
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldPublishOnLoopbackOnly(Service service) {
    // when
    List<String> ports = service.texts("ports");

    // then
    assertThat(ports).allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldAskEveryServiceHowItIs(Service service) {
    // when
    boolean checked = service.checked();

    // then
    assertThat(checked).isNotEqualTo(UNASKED.contains(service.name()));
    assertThat(service.map("healthcheck").get("disable")).isEqualTo(checked ? null : true);
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldBoundWhatAServiceMayTakeAndDo(Service service) {
    // when
    Map<String, Object> keys = service.keys();

    // then
    assertThat(keys)
        .containsKeys("mem_limit", "restart", "logging")
        .doesNotContainKeys("privileged", "network_mode", "pid", "cap_add", "env_file");
    assertThat(service.texts("cap_drop")).containsExactly("ALL");
    assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldKeepNoSecret(Service service) {
    // when
    Stream<String> names = service.map("environment").keySet().stream().map(Object::toString);

    // then
    assertThat(names).noneMatch(name -> SECRET.matcher(name).matches());
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldMountWhatIsThere(Service service) {
    // when
    List<String> mounts = service.texts("volumes");

    // then
    for (String mount : mounts) {
      String source = mount.substring(0, mount.lastIndexOf(":/"));
      if (source.startsWith("./")) {
        assertThat(ComposeFile.TOP.resolve(source)).exists();
        assertThat(mount).endsWith(":ro");
      } else {
        assertThat(FILE.volumes()).contains(volume(source));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldWaitForWhatCanBeWaitedFor(Service service) {
    // given
    Map<String, Service> others =
        services().stream().collect(Collectors.toMap(Service::name, other -> other));

    // when
    Map<?, ?> awaited = service.map("depends_on");

    // then
    awaited.forEach(
        (name, how) -> {
          Object condition = ((Map<?, ?>) how).get("condition");
          Service other = others.get(name);
          assertThat(other).as("service %s", name).isNotNull();
          assertThat(condition)
              .isEqualTo(other.checked() ? "service_healthy" : "service_completed_successfully");
        });
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldLendToolsToThoseThatUseThem(Service service) {
    // when
    boolean uses = service.map("healthcheck").toString().contains("/tools/");

    // then
    assertThat(service.texts("volumes").contains("tools:/tools:ro")).isEqualTo(uses);
    assertThat(service.map("depends_on").containsKey("tools")).isEqualTo(uses);
  }

  @Test
  void shouldUseEveryVolume() {
    // given
    Set<String> used = new HashSet<>();

    // when
    for (Service service : services()) {
      for (String mount : service.texts("volumes")) {
        used.add(volume(mount.substring(0, mount.lastIndexOf(":/"))));
      }
    }

    // then
    assertThat(used).containsAll(FILE.volumes());
  }

  @Test
  void shouldDocumentEveryServiceAndEveryPort() {
    // given
    String page = ComposeFile.text(ComposeFile.TOP.resolve("docs").resolve("deploy.md"));

    // when
    List<Service> services = services();

    // then
    for (Service service : services) {
      List<String> ports =
          service.texts("ports").stream().map(port -> port.split(":")[1]).sorted().toList();
      String published = ports.isEmpty() ? "–" : String.join(", ", ports);
      assertThat(page)
          .contains("| `" + service.name() + "` | `" + service.text("image") + "` | " + published);
    }
  }

  /** The name of a volume, also when a variable may put a directory in its place. */
  private static String volume(String source) {
    return source.replaceFirst("^\\$\\{\\w+:-([\\w-]+)}$", "$1");
  }
}
