package io.caseclock.local.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A cell as a value of an event. */
final class CellValue {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]+)?");
  private static final Pattern TRUTH = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXCEL_TIME =
      Pattern.compile(
          "[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"
              + "( +[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( *[AaPp][Mm])?)?"
              + "|[0-9]{4}年.*|[0-9]{5}(\\.[0-9]+)?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Set<CellKind> GUESS =
      EnumSet.of(CellKind.TRUTH, CellKind.NUMBER, CellKind.JSON);

  private CellValue() {}

  /**
   * Returns the value: where the kinds are known, only what they allow, and text otherwise, so that
   * intake tells what it wants. Where nobody knows them, what looks like JSON is JSON.
   */
  static JsonNode of(String cell, Optional<Set<CellKind>> known) throws CellFaultException {
    var kinds = known.orElse(GUESS);
    if (kinds.contains(CellKind.TRUTH) && TRUTH.matcher(cell).matches()) {
      return JSON.getNodeFactory().booleanNode(cell.equalsIgnoreCase("true"));
    }
    if (kinds.contains(CellKind.NUMBER)
        && !kinds.contains(CellKind.TEXT)
        && NUMBER.matcher(cell).matches()) {
      return JSON.getNodeFactory().numberNode(new BigDecimal(cell));
    }
    if (kinds.contains(CellKind.JSON) && looksLikeJson(cell, known.isEmpty())) {
      return json(cell);
    }
    if (kinds.contains(CellKind.INSTANT)) {
      return JSON.getNodeFactory().textNode(instant(cell));
    }
    if (kinds.contains(CellKind.DAY) && isExcelTime(cell) && !DAY.matcher(cell).matches()) {
      throw new CellFaultException(
          "日期请写成 2026-03-02（把单元格设为文本格式）：" + cell,
          "write the day as 2026-03-02, in a cell formatted as text: " + cell);
    }
    return JSON.getNodeFactory().textNode(cell);
  }

  /** Returns the cell; throws where it is a time as spreadsheets show it, without a zone. */
  static String instant(String cell) throws CellFaultException {
    if (isExcelTime(cell)) {
      throw new CellFaultException(
          "时间请写成 2026-03-02T08:00:00+08:00（把单元格设为文本格式）：" + cell,
          "write the time as 2026-03-02T08:00:00+08:00, in a cell formatted as text: " + cell);
    }
    return cell;
  }

  private static boolean isExcelTime(String cell) {
    return EXCEL_TIME.matcher(cell).matches();
  }

  private static boolean looksLikeJson(String cell, boolean isGuess) {
    return cell.startsWith("{") || cell.startsWith("[") || (isGuess && cell.startsWith("\""));
  }

  private static JsonNode json(String cell) throws CellFaultException {
    try {
      return JSON.readTree(cell);
    } catch (JsonProcessingException e) {
      throw new CellFaultException(
          "单元格不是完整的 JSON：" + e.getOriginalMessage(),
          "the cell is not JSON: " + e.getOriginalMessage());
    }
  }
}
