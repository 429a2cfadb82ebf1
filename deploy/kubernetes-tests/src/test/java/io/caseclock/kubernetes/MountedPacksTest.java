package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.Packs;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** Rule packs of the site's own: where they lie is where the services look for them. */
class MountedPacksTest {

  private static final String PACK = "cn-court-mediation";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void each_folder_that_a_service_is_told_of_is_mounted_and_no_other(Service service) {
    var offline = Chart.rendered(ValueSet.OFFLINE);

    assertThat(mountedFolders(Rendered.container(offline.deployment(service))))
        .hasSize(2)
        .isEqualTo(toldFolders(offline, service));
  }

  /** File by file, as the kubelet does with {@code subPath}: there is no link to follow. */
  @Test
  void a_pack_as_it_is_mounted_out_of_a_config_map_is_read_whole() throws IOException {
    var shipped = PackFiles.shipped(PACK);
    var data = new TreeMap<String, String>();
    shipped.texts().forEach((path, text) -> data.put(key(path), text));
    var rendered =
        Rendered.of(Chart.template(ValueSet.OFFLINE).withValuesFile(values(shipped)).call());
    var monitor = Rendered.container(rendered.deployment(Service.MONITOR));

    for (var mount : mounts(monitor)) {
      var file = folder.resolve("root" + mount.getMountPath());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(
          file, Objects.requireNonNull(data.get(mount.getSubPath())), StandardCharsets.UTF_8);
    }

    var told = toldFolders(rendered, Service.MONITOR).iterator().next();
    var mounted = PackFiles.inFolder(folder.resolve("root" + told));
    assertThat(mounted.texts()).isEqualTo(shipped.texts());
    assertThat(mounted.hash()).isEqualTo(shipped.hash());
    assertThat(Packs.load(List.of(folder.resolve("root" + told).toString())))
        .extracting(Pack::id)
        .containsExactly(PACK);
  }

  /** The values of a site that has this one pack of its own. */
  private Path values(PackFiles pack) throws IOException {
    var files =
        pack.texts().keySet().stream()
            .collect(Collectors.toMap(path -> path, MountedPacksTest::key));
    var map = Map.of("id", "court", "name", "caseclock-court", "files", files);
    var tree = Map.of("packs", Map.of("configMaps", List.of(map), "images", List.of()));
    return Files.writeString(folder.resolve("values.yaml"), new Yaml().dump(tree));
  }

  /** Keys of a ConfigMap have no folders. */
  private static String key(String path) {
    return path.replace('/', '-');
  }

  private static Set<String> toldFolders(Rendered rendered, Service service) {
    return Arrays.stream(rendered.variable(service, "CASECLOCK_PACKS").split(","))
        .filter(pack -> pack.startsWith("/"))
        .collect(Collectors.toSet());
  }

  private static Set<String> mountedFolders(Container container) {
    return mounts(container).stream()
        .map(mount -> mount.getMountPath().replaceFirst("(/etc/caseclock/packs/[^/]+)(/.*)?", "$1"))
        .collect(Collectors.toSet());
  }

  private static List<VolumeMount> mounts(Container container) {
    return container.getVolumeMounts().stream()
        .filter(mount -> mount.getName().startsWith("pack-"))
        .toList();
  }
}
