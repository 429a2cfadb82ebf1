package io.caseclock.monitor.explain.rest;

import io.caseclock.contract.Names;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The fixed texts of an annex. */
enum AnnexLabel {
  TITLE("期限计算说明", "Explanation of a deadline"),
  FOR_THE_FILE("附卷", "annex to the case file"),
  PARTICULARS("一、事项", "1. Particulars"),
  RESULT("二、结果", "2. Result"),
  STEPS("三、计算步骤", "3. How it was computed"),
  STRIP("四、逐日计算", "4. Day by day"),
  REFUSED("五、未生效的延长", "5. Extensions without effect"),
  PROOF("六、核对信息", "6. Proof"),
  WHAT("期限名称", "Deadline"),
  CASE("案件", "Case"),
  WHOM("对象", "Concerns"),
  DUTY("义务人", "Duty of"),
  RESPONSIBLE("责任单位、人员", "Responsible unit, officer"),
  NATURE("性质", "Nature"),
  STATUTORY("法定期限", "statutory"),
  INTERNAL("内部标准（不是法律规定）", "internal standard (not law)"),
  BASIS("法律依据", "Legal basis"),
  INTERNAL_BASIS("内部标准的由来（不是法律依据）", "Where the standard comes from (not a legal basis)"),
  RULE("规则及版本", "Rule and version"),
  CONFIDENCE("出处核对", "Source"),
  VERIFIED("条文已核对", "article read in the source"),
  UNVERIFIED("待法制部门核实", "to be confirmed by a lawyer"),
  STARTED("起算", "Runs from"),
  STATUS("状态", "Status"),
  ENDED("终结", "Ended"),
  ON_LAPSE("逾期后果", "On lapse"),
  LAST_DAY("最后一日（当日 24 时届满）", "Last lawful day (to its end)"),
  LAST_INSTANT("届满时刻", "Last lawful instant"),
  LAST_DAY_OF_MINIMUM("最短期限的最后一日", "Last day of the minimum period"),
  NO_DUE("现无届满日", "No due instant at present"),
  OTHER_READING("另一种理解（并列，不作依据）", "The other reading (shown beside it, not enforced)"),
  SENTENCE("步骤", "Step"),
  PROVISION("依据", "Provision"),
  BEFORE_AFTER("届满日：前 → 后", "Last day: before → after"),
  NO_TRACE(
      "按现有事件已无此期限，无法列出步骤。",
      "The events of the case no longer give this deadline; no steps can be shown."),
  NO_STRIP(
      "本期限以时刻计算，或已终止，或超过三年，不逐日列出。",
      "No days are shown: the period runs by the hour, fell away, or is longer than three years."),
  LAST("最后一日", "last lawful day"),
  LEGEND("图例", "Legend"),
  FROM("自", "From"),
  TO("至", "To"),
  DAYS("日数", "Days"),
  MARK("标记", "Mark"),
  REASON("说明", "Why"),
  PACK("规则包及版本", "Rule pack and version"),
  CALENDAR("工作日历版本", "Calendar version"),
  HASH("输入及结果的校验值", "Hash over inputs and result"),
  REPRODUCED("重新计算", "Recomputed"),
  IS_REPRODUCED("结果一致", "the result is the same"),
  NOT_REPRODUCED("与存储的结果不一致，请勿据此决定", "Not the stored result: do not rely on this page"),
  PROVISIONAL("暂定：有关年度放假安排尚未公布", "Provisional: a holiday notice is not published yet"),
  REVISION("期限编号、修订次数", "Deadline id, revision"),
  PRINTED("生成时间", "Made at"),
  CHECKED_BY("核对人", "Checked by"),
  CHECKED_ON("日期", "Date");

  private final Names names;

  AnnexLabel(String zh, String en) {
    this.names = new Names(zh, en);
  }

  String in(Language language) {
    return language.pick(names);
  }

  static Map<String, String> allIn(Language language) {
    return Arrays.stream(values())
        .collect(Collectors.toMap(AnnexLabel::name, label -> label.in(language)));
  }
}
