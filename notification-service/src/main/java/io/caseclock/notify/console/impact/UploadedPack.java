package io.caseclock.notify.console.impact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * The files of a pack as people send them: a zip of its folder, or the files themselves. Bounded
 * before anything is unpacked further.
 */
final class UploadedPack {

  /** As the monitor takes it at most, with what stands around it. */
  static final int LARGEST = 2_000_000;

  static final int MOST_FILES = 500;

  private static final String ROOT = "pack.yaml";

  /** A file as it was sent. */
  record Sent(String name, byte[] bytes) {

    boolean isZip() {
      return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** Only what it is called. */
    @Override
    public String toString() {
      return "Sent[" + name + ", " + bytes.length + " bytes]";
    }
  }

  /** What became of it. */
  sealed interface Reading {

    /** Its files: path inside the folder of the pack, and text. */
    record Files(Map<String, String> texts) implements Reading {}

    /** It is no pack. */
    record Refused(Why why) implements Reading {}
  }

  /** Why it is no pack. */
  public enum Why {
    NOTHING_SENT,
    TOO_LARGE,
    BROKEN_ZIP,
    NO_PACK,
    /** Two files of one name, of which only one could be the pack's. */
    DOUBLED,
    /** A file is no UTF-8. */
    NO_TEXT
  }

  private UploadedPack() {}

  static Reading read(List<Sent> sent) {
    if (sent.stream().allMatch(file -> file.bytes().length == 0)) {
      return new Reading.Refused(Why.NOTHING_SENT);
    }
    try {
      var files = new Unpacked();
      for (var file : sent) {
        files.add(file);
      }
      return inFolder(files.texts);
    } catch (TooLargeException e) {
      return new Reading.Refused(Why.TOO_LARGE);
    } catch (DoubledException e) {
      return new Reading.Refused(Why.DOUBLED);
    } catch (CharacterCodingException e) {
      return new Reading.Refused(Why.NO_TEXT);
    } catch (IOException | IllegalArgumentException e) {
      return new Reading.Refused(Why.BROKEN_ZIP);
    }
  }

  /** The folder that holds {@code pack.yaml} is the pack, wherever it stands. */
  private static Reading inFolder(Map<String, String> texts) {
    var roots =
        texts.keySet().stream()
            .filter(name -> name.equals(ROOT) || name.endsWith("/" + ROOT))
            .map(name -> name.substring(0, name.length() - ROOT.length()))
            .toList();
    if (roots.size() != 1) {
      return new Reading.Refused(Why.NO_PACK);
    }
    Map<String, String> inside = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          if (name.startsWith(roots.getFirst())) {
            inside.put(name.substring(roots.getFirst().length()), text);
          }
        });
    return new Reading.Files(inside);
  }

  /** More than a pack may have. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A second file of the same name. */
  private static final class DoubledException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** What was taken in so far. */
  private static final class Unpacked {

    private final Map<String, String> texts = new TreeMap<>();
    private int bytes;

    void add(Sent file) throws IOException {
      if (!file.isZip()) {
        put(file.name(), file.bytes());
        return;
      }
      try (var zip =
          new ZipInputStream(new ByteArrayInputStream(file.bytes()), StandardCharsets.UTF_8)) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (!entry.isDirectory()) {
            put(entry.getName(), zip.readNBytes(LARGEST - bytes + 1));
          }
        }
      }
    }

    /** Strictly, since what stands in place of an unreadable sign would be compared as text. */
    private static String text(byte[] content) throws CharacterCodingException {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    private void put(String path, byte[] content) throws IOException {
      bytes += content.length;
      if (bytes > LARGEST || texts.size() >= MOST_FILES) {
        throw new TooLargeException();
      }
      if (texts.putIfAbsent(path.replace('\\', '/'), text(content)) != null) {
        throw new DoubledException();
      }
    }
  }
}
