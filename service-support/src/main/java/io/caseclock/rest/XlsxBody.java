package io.caseclock.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one sheet that is written as it is read: the names first, in bold and kept in
 * sight. Whatever is no number is a text and never a formula; what would become one where somebody
 * saves the sheet as CSV is marked by an apostrophe, as in {@link CsvBody}.
 */
public final class XlsxBody {

  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int ROWS_IN_MEMORY = 500;
  private static final double WIDTH = 20;

  /**
   * @param name of the file and of its sheet: at most 31 letters, digits and hyphens
   * @param rows called once with what takes each row
   */
  public static Response of(String name, List<String> header, Consumer<Consumer<Object[]>> rows) {
    StreamingOutput body = out -> write(out, name, header, rows);
    return Response.ok(body)
        .type(TYPE)
        .header("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"")
        .build();
  }

  static void write(
      OutputStream out, String name, List<String> header, Consumer<Consumer<Object[]>> rows)
      throws IOException {
    var workbook = new Workbook(out, "CaseClock", "1.0");
    var sheet = new Sheet(workbook.newWorksheet(name));
    sheet.head(header);
    rows.accept(sheet::row);
    // Not after a failure: what broke off must not open as if it were whole.
    workbook.close();
  }

  /** Writes row after row, and lets go of those that are written. */
  private static final class Sheet {

    private final Worksheet sheet;
    private int next;

    Sheet(Worksheet sheet) {
      this.sheet = sheet;
    }

    void head(List<String> names) {
      for (var column = 0; column < names.size(); column++) {
        sheet.width(column, WIDTH);
        sheet.inlineString(next, column, names.get(column));
        sheet.style(next, column).bold().set();
      }
      sheet.freezePane(0, 1);
      next++;
    }

    void row(@Nullable Object[] cells) {
      for (var column = 0; column < cells.length; column++) {
        if (cells[column] instanceof Number number) {
          sheet.value(next, column, number);
        } else if (cells[column] != null) {
          sheet.inlineString(next, column, text(CsvBody.cell(cells[column])));
        }
      }
      next++;
      if (next % ROWS_IN_MEMORY == 0) {
        flush();
      }
    }

    private void flush() {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What XML cannot hold is left out. */
  private static String text(String text) {
    return text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .filter(c -> Character.getType(c) != Character.SURROGATE && c < 0xFFFE || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private XlsxBody() {}
}
