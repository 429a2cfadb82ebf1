package io.caseclock.notify.bulletin.file;

import io.caseclock.contract.Names;
import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.bulletin.BulletinLayout.Laid;
import io.caseclock.notify.bulletin.Table;
import io.caseclock.notify.bulletin.Table.Cell;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.document.DocumentText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with one sheet. Whatever is no number is written as a string and never as a formula; a
 * text that begins like a formula gets an apostrophe, so that it stays a text where somebody saves
 * the sheet as CSV.
 */
final class BulletinXlsx {

  private static final String LIKE_A_FORMULA = "=+-@\t\r";
  private static final int COLUMNS = 6;
  private static final double WIDTH = 24;

  private final MessageTexts texts;

  BulletinXlsx(MessageTexts texts) {
    this.texts = texts;
  }

  byte[] write(Laid laid, Tongue tongue) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "CaseClock", "1.0")) {
      workbook.properties().setTitle(text(laid.title(), tongue));
      var sheet = workbook.newWorksheet(tongue == Tongue.ZH ? "通报" : "Bulletin");
      new Filling(sheet, tongue).fill(laid);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes row after row. */
  private final class Filling {

    private final Worksheet sheet;
    private final Tongue tongue;
    private int row;

    Filling(Worksheet sheet, Tongue tongue) {
      this.sheet = sheet;
      this.tongue = tongue;
    }

    void fill(Laid laid) {
      for (var column = 0; column < COLUMNS; column++) {
        sheet.width(column, WIDTH);
      }
      heading(laid.title());
      line(laid.number());
      laid.lines().forEach(this::line);
      laid.tables().forEach(this::table);
    }

    private void table(Table table) {
      row++;
      heading(table.title());
      for (var column = 0; column < table.head().size(); column++) {
        sheet.value(row, column, text(table.head().get(column), tongue));
        sheet.style(row, column).bold().set();
      }
      row++;
      for (var cells : table.rows()) {
        for (var column = 0; column < cells.size(); column++) {
          cell(column, cells.get(column));
        }
        row++;
      }
      if (table.further() > 0) {
        line(texts.say("bulletin.further", Long.toString(table.further())));
      }
    }

    private void cell(int column, Cell cell) {
      var number = cell.number();
      if (number == null) {
        sheet.value(row, column, text(cell.text(), tongue));
      } else {
        sheet.value(row, column, number);
      }
    }

    private void heading(Names names) {
      sheet.value(row, 0, text(names, tongue));
      sheet.style(row, 0).bold().set();
      row++;
    }

    private void line(Names names) {
      sheet.value(row, 0, text(names, tongue));
      row++;
    }
  }

  private static String text(Names names, Tongue tongue) {
    var text = DocumentText.of(tongue == Tongue.ZH ? names.zh() : names.en());
    return LIKE_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
