package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.PackReading;
import io.caseclock.testsupport.Distorted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any files whatever are a pack, or are refused with their mistakes; nothing is ever thrown. */
class AnyPackTest {

  private static final Map<String, String> INVENTED = InventedPack.good();
  private static final Map<String, String> SHIPPED =
      PackFiles.shipped("cn-court-mediation").texts();

  @Property(tries = 300, seed = "1")
  void a_distorted_pack_is_read_or_refused(@ForAll long seed) {
    isReadOrRefused(distorted(INVENTED, seed));
  }

  /** Larger, with lists and indicators. */
  @Property(tries = 30, seed = "1")
  void so_is_a_distorted_pack_that_is_shipped(@ForAll long seed) {
    isReadOrRefused(distorted(SHIPPED, seed));
  }

  @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_texts_are_read_or_refused(@ForAll String text, @ForAll long seed) {
    var texts = new HashMap<>(INVENTED);
    texts.put(file(INVENTED, new Random(seed)), text);

    isReadOrRefused(texts);
  }

  private static Map<String, String> distorted(Map<String, String> good, long seed) {
    var random = new Random(seed);
    var texts = new HashMap<>(good);
    var file = file(good, random);
    texts.put(file, Distorted.text(Objects.requireNonNull(good.get(file)), random.nextLong()));
    return texts;
  }

  private static String file(Map<String, String> good, Random random) {
    var files = List.copyOf(new TreeSet<>(good.keySet()));
    return files.get(random.nextInt(files.size()));
  }

  private static void isReadOrRefused(Map<String, String> texts) {
    switch (PackReader.read(new PackFiles("invented", texts))) {
      case PackReading.Read read -> assertThat(read.pack().id()).isNotBlank();
      case PackReading.Refused refused ->
          assertThat(refused.mistakes())
              .isNotEmpty()
              .allSatisfy(mistake -> assertThat(mistake.toString()).isNotBlank());
    }
  }
}
