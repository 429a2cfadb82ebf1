package io.caseclock.e2e.doors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.xml.sax.SAXException;

/** A form in which something is told, and how a text in it could become more than a text. */
enum Outlet {
  PAGE("text/html") {
    @Override
    List<String> faults(byte[] body) {
      var page = utf8(body);
      List<String> faults = new ArrayList<>(turned(FIELD.matcher(page).replaceAll("")));
      if (page.contains("<script>q9x") || page.contains("\"><script")) {
        faults.add("a script in a page");
      }
      if (page.contains("' onq9x='")) {
        faults.add("an attribute in a page");
      }
      if (LED_AWAY.matcher(page).find()) {
        faults.add("a link in a page that leads away");
      }
      return faults;
    }
  },
  CSV("text/csv") {
    @Override
    List<String> faults(byte[] body) {
      var table = utf8(body);
      List<String> faults = new ArrayList<>(turned(table));
      if (FORMULA.matcher(table).find()) {
        faults.add("a formula in a table");
      }
      return faults;
    }
  },
  WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    List<String> faults(byte[] body) {
      List<String> faults = new ArrayList<>();
      for (var part : parts(body)) {
        faults.addAll(turned(part));
        if (part.contains("<f>") || part.contains("<f ") || part.contains(">=1+1")) {
          faults.add("a formula in a workbook");
        }
        if (!isXml(part)) {
          faults.add("a workbook that is not well-formed");
        }
      }
      return faults;
    }

    @Override
    String text(byte[] body) {
      return String.join("\n", parts(body));
    }
  },
  PDF("application/pdf") {
    @Override
    List<String> faults(byte[] body) {
      List<String> faults = new ArrayList<>(turned(text(body)));
      if (ACTION.matcher(new String(body, StandardCharsets.ISO_8859_1)).find()) {
        faults.add("a PDF that acts");
      }
      return faults;
    }

    @Override
    String text(byte[] body) {
      try (var document = Loader.loadPDF(body)) {
        return new PDFTextStripper().getText(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  JSON("application/json") {
    @Override
    List<String> faults(byte[] body) {
      return List.of(); // whoever shows it escapes it: a browser does not, and is not told to
    }
  };

  private static final Pattern FORMULA = Pattern.compile("(?m)(?:^|[,\uFEFF])\"?=1\\+1");

  /** A form that was refused gives back what was typed, for whoever typed it to mend. */
  private static final Pattern FIELD =
      Pattern.compile(" value=\"[^\"]*\"|<textarea[^>]*>[^<]*</textarea>");

  private static final Pattern LED_AWAY =
      Pattern.compile("(?:href|src|action)=[\"']?\\s*(?:javascript:|(?:https?:)?//)q9x");

  private static final Pattern ACTION = Pattern.compile("/(?:JavaScript|Launch|SubmitForm)\\b");

  private final String type;

  Outlet(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** Which it is, where it is one of these. */
  static Optional<Outlet> of(Reply reply) {
    return Arrays.stream(values())
        .filter(outlet -> reply.header("content-type").startsWith(outlet.type))
        .findFirst();
  }

  /** Where a text has become more. */
  abstract List<String> faults(byte[] body);

  /** What it tells, as far as that can be read without a program for it. */
  String text(byte[] body) {
    return utf8(body);
  }

  private static List<String> turned(String text) {
    return text.indexOf('\u202E') >= 0 ? List.of("a mark that turns what follows") : List.of();
  }

  private static String utf8(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** By the directory at the end of the file: what is written as it is read has no sizes before. */
  private static List<String> parts(byte[] workbook) {
    List<String> parts = new ArrayList<>();
    try {
      var file = Files.createTempFile("workbook", ".xlsx");
      Files.write(file, workbook);
      try (var zip = new ZipFile(file.toFile())) {
        for (var entry : Collections.list(zip.entries())) {
          parts.add(utf8(zip.getInputStream(entry).readAllBytes()));
        }
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static boolean isXml(String part) {
    try {
      var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      parser.setErrorHandler(null);
      parser.parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (SAXException e) {
      return false;
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
