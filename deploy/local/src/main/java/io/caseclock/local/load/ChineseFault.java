package io.caseclock.local.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What intake says in English of one member of an event, in Chinese.
 *
 * @param english the whole of what intake says; its groups hold what differs
 * @param chinese with {@code $1} in the place of what the first group holds
 */
record ChineseFault(Pattern english, String chinese) {

  private static final List<ChineseFault> KNOWN =
      List.of(
          known("is missing", "缺少"),
          known("required property '.+' not found", "缺少"),
          known("is missing, since the subject is not the case", "缺少：主体不是案件本身"),
          known("is empty", "为空"),
          known("begins or ends with white space", "首尾有空白"),
          known("has an identifier that begins with white space", "斜杠后的编号以空白开头"),
          known("holds two spaces in a row", "有连续两个空格"),
          known("has \\. or \\.\\. as a part.*", "有一段是 . 或 ..，会被当作路径"),
          known("looks like a number that a spreadsheet rewrote.*", "像是被电子表格改写的数字；请把该列设为“文本”"),
          known("holds U\\+FFFD.*", "含有 U+FFFD：原来的字符在途中丢失"),
          known("holds a character that cannot be kept.*", "含有无法保存的字符"),
          known("holds (.+) \\((U\\+\\w+)\\)", "含有$1（$2）"),
          known("holds nothing that a reader sees", "没有看得见的内容"),
          known("must be one line of 1 to ([\\d,]+) characters", "须为一行，1 至 $1 个字符"),
          known("must be a text of 1 to ([\\d,]+) characters", "须为 1 至 $1 个字符的文字"),
          known("has a leap second where none is.*", "此处没有闰秒：闰秒只在月末 23:59:60（UTC）"),
          known("lies after the year 9999", "晚于 9999 年"),
          known(
              "must be a URI-reference \\(RFC 3986\\): (U\\+\\w+) has .*", "须为 URI：$1 须用百分号编码或去掉"),
          known("must be a text that is not blank", "须为非空文本"),
          known("must be an object", "须为对象"),
          known("(.+) found, (.+) expected", "类型为$1，应为$2"),
          known("must be the constant value '(.+)'", "须为 $1"),
          known("must be valid to (?:any|all) (?:of )?the schemas .*", "不符合此类事件的格式"),
          known("must be valid to one and only one schema.*", "不符合此类事件的格式"),
          known("must not be valid to the schema .*", "不符合此类事件的格式"),
          known(
              "has a missing property '(.+)' which is .* because '(.+)' is present", "有 $2 时须有 $1"),
          known("property '(.+)' name is not valid: .*", "成员名 $1 不可用"),
          known("index '(\\d+)' is not .*", "第 $1 项（从 0 起）是多余的"),
          known("must have only unique items in the array", "有重复的项"),
          known("must be multiple of (.+)", "须为 $1 的倍数"),
          known("must have at least (\\d+) properties", "至少 $1 个成员"),
          known("must have at most (\\d+) properties", "至多 $1 个成员"),
          known("must have an exclusive minimum value of (.+)", "须大于 $1"),
          known("must have an exclusive maximum value of (.+)", "须小于 $1"),
          known("does not have a value in the enumeration (.+)", "不在允许的取值 $1 之内"),
          known("must be one of (.+)", "须为以下之一：$1"),
          known("must be about one of (.+)", "须关于以下之一：$1"),
          known("does not match the regex pattern (.+)", "不符合格式 $1"),
          known("does not match the date pattern.*", "不是有效日期，应如 2026-01-31"),
          known("does not match the (.+) pattern.*", "不符合 $1 格式"),
          known("must be at least (.+) characters long", "至少 $1 个字符"),
          known("must be at most (.+) characters long", "至多 $1 个字符"),
          known("must have 1 to (\\d+) characters", "须为 1 至 $1 个字符"),
          known("is longer than (\\d+) characters", "超过 $1 个字符"),
          known("must have at least (\\d+) items but found (\\d+)", "至少 $1 项，现为 $2 项"),
          known("must have at most (\\d+) items but found (\\d+)", "至多 $1 项，现为 $2 项"),
          known("must have a minimum value of (.+)", "不得小于 $1"),
          known("must have a maximum value of (.+)", "不得大于 $1"),
          known("property '.+' is not (?:defined in the schema|evaluated).*", "此类事件没有该成员"),
          known("is none of the attributes that are taken: (.+)", "不是可用的属性；可用：$1"),
          known("is no attribute's name: .*", "不是属性名：只能用小写字母和数字"),
          known("must be RFC 3339 with an offset.*", "须为带时区的时间，如 2026-01-31T09:30:00+08:00"),
          known("must be an ISO 8601 period of one unit, such as (\\w+)", "须为只含一种单位的期间，如 $1"),
          known("is shorter or longer than any rule allows", "比任何规则允许的更短或更长"),
          known("lies more than 5 minutes in the future", "在将来 5 分钟以后"),
          known("lies more than 366 days in the future", "在将来 366 天以后"),
          known("lies more than ten years in the future", "在将来十年以后"),
          known("lies before the year 1900", "早于 1900 年"),
          known("is later than now", "晚于现在"),
          known("must lie after from", "须晚于 from"),
          known("lies below the unit itself", "在该单位自己之下"),
          known("is the officer who is away", "就是不在岗的人"),
          known("is the id of the withdrawal itself.*", "就是撤回事件自己的编号；请填写此前事件的编号"),
          known("is an event of another case than the withdrawal's", "是其他案件的事件"),
          known("is another source than the withdrawal's own.*", "是其他来源的事件，只有管理员可以撤回"),
          known("is an event of a unit that .*", "其单位不在调用方本单位及下级之内"),
          known("must be as W3C Trace Context says", "须符合 W3C Trace Context"),
          known("must be the case itself for this type", "此类事件的主体须为案件本身"),
          known("differs from the case in the subject", "与主体中的案件不同"),
          known("must read kind/id.*", "须为“种类/编号”，如 case/A3201022026000123，编号至多 120 字符"),
          known("must read (\\w+)/ID for this type", "此类事件须写作 $1/编号"),
          known("has an id with other characters than .*", "编号中只能有字母、数字和 . _ -"),
          known("no rule pack knows this type", "规则包中没有此类事件"),
          known("no rule pack declares this fact", "规则包中没有该事实"),
          known("no rule pack has a rule of this id", "规则包中没有该规则"),
          known("no rule pack has a level of this id", "规则包中没有该审批级别"),
          known("the directory does not know this unit", "单位目录中没有该单位"),
          known("lies outside the caller's own unit and those below it", "不在调用方本单位及下级之内"),
          known("serves in a unit that .*", "所在单位不在调用方本单位及下级之内"),
          known("the caller's role may not post this type", "调用方的角色无权提交此类事件"),
          known("the caller's key is not for this type", "调用方的密钥不用于此类事件"),
          known("the caller is not registered for this source", "调用方未登记该来源"),
          known("must be (\\S+), since people post as themselves", "个人以本人身份提交，须为 $1"),
          known("is a case of another unit.*", "是其他单位的案件，须由其移交（case-assigned）"),
          known("is reserved for CaseClock itself.*", "为系统保留"),
          known("events of notices and plans come from CaseClock alone", "通知书和承诺事件只由系统产生"),
          known("is a number too large to be kept", "数字过大，无法保存"),
          known("is nested deeper than (\\d+) levels", "嵌套超过 $1 层"),
          known("has (\\d+) bytes", "有 $1 字节"),
          known("must be a URI", "须为 URI"),
          known("must be a URI-reference.*", "须为 URI，如 urn:precinct:a32010"),
          known("must be \"(.+)\"", "须为 $1"),
          known("must be application/json in UTF-8", "须为 UTF-8 的 application/json"),
          known("is not taken; send data as JSON", "不接受；请以 JSON 提交 data"));

  private static final Pattern PLACE = Pattern.compile("\\$(\\d)");

  /** What a group may hold that is a word of English. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("string", "文本"),
          Map.entry("integer", "整数"),
          Map.entry("number", "数字"),
          Map.entry("boolean", "是非值（true、false）"),
          Map.entry("array", "列表"),
          Map.entry("object", "对象"),
          Map.entry("null", "空值（null）"),
          Map.entry("a control character", "控制字符"),
          Map.entry("half of a surrogate pair", "半个代理对"),
          Map.entry("a character of private use", "私用区字符"),
          Map.entry("a code point without a character", "未定义的码位"),
          Map.entry("a line break", "换行"),
          Map.entry("white space other than U+0020 and U+3000", "U+0020、U+3000 以外的空白"),
          Map.entry("a character that is not shown", "看不见的字符"),
          Map.entry("a character that turns the direction of text", "改变文字方向的字符"));

  private static ChineseFault known(String english, String chinese) {
    return new ChineseFault(Pattern.compile(english, Pattern.DOTALL), chinese);
  }

  /** In Chinese where that is known, else as intake says it: the reason is told in any case. */
  static String of(String message) {
    return KNOWN.stream()
        .flatMap(known -> known.read(message).stream())
        .findFirst()
        .orElse(message);
  }

  private Optional<String> read(String message) {
    var found = english.matcher(message);
    return found.matches()
        ? Optional.of(
            PLACE
                .matcher(chinese)
                .replaceAll(
                    place ->
                        Matcher.quoteReplacement(
                            word(found.group(Integer.parseInt(place.group(1)))))))
        : Optional.empty();
  }

  private static String word(String english) {
    return WORDS.getOrDefault(english, english);
  }
}
