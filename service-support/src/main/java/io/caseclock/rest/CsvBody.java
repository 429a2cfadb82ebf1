package io.caseclock.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.caseclock.contract.StraightText;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that is written as it is read, after RFC 4180: UTF-8, one line of names first. A byte
 * order mark goes before it, since spreadsheets read Chinese wrong without. What a spreadsheet
 * would take for a formula is marked as text by an apostrophe, and what would turn the order in
 * which a row is read is written by its number.
 */
public final class CsvBody {

  public static final String TYPE = "text/csv";

  /** The wide ones as well, which spreadsheets in China take for the same. */
  private static final String FORMULA_BEGINS = "=+-@\t\r＝＋－＠";

  /**
   * @param rows called once with what takes each row
   */
  public static Response of(String name, List<String> header, Consumer<Consumer<Object[]>> rows) {
    StreamingOutput body =
        out -> {
          out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
          var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
          writer.writeRecord(header);
          rows.accept(row -> writer.writeRecord(cells(row)));
          writer.flush();
        };
    return Response.ok(body)
        .type(MediaType.valueOf(TYPE + ";charset=UTF-8;header=present"))
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private static List<String> cells(@Nullable Object[] row) {
    return Arrays.stream(row).map(CsvBody::cell).toList();
  }

  /** Numbers as they are, also below zero; only texts can be formulas. */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = StraightText.named(value.toString());
    var isText = value instanceof String;
    return isText && !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  private CsvBody() {}
}
