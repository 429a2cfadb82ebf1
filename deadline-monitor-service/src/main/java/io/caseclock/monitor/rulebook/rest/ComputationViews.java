package io.caseclock.monitor.rulebook.rest;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.rest.ComputedDeadline.Refused;
import io.caseclock.monitor.rest.ComputedDeadline.Step;
import io.caseclock.monitor.rulebook.ComputeByVersion;
import io.caseclock.monitor.rulebook.OtherDeadline;
import io.caseclock.monitor.rulebook.Supposition;
import io.caseclock.monitor.rulebook.rest.ComputationResource.ByVersion;
import io.caseclock.monitor.rulebook.rest.ComputationResource.Computation;
import io.caseclock.monitor.rulebook.rest.ComputationResource.OtherReading;
import org.jspecify.annotations.Nullable;

/** Writes what was computed for the wire. */
final class ComputationViews {

  private ComputationViews() {}

  static Computation of(
      Law.Found found, Law law, Supposition supposed, ComputeByVersion.Computed computed) {
    var rule = found.rule();
    var other = OtherDeadline.of(rule, law);
    return new Computation(
        rule.id(),
        rule.names(),
        found.pack().id(),
        rule.statutory(),
        rule.duty(),
        Words.of(rule.direction()),
        Words.of(rule.bound()),
        found.pack().zone(),
        computed.calendarVersion(),
        computed.asOf(),
        supposed.start(),
        computed.versions().stream()
            .filter(ComputeByVersion.ByVersion::applies)
            .findFirst()
            .map(one -> one.version().id())
            .orElse(null),
        computed.versions().stream().map(one -> view(one, other)).toList());
  }

  private static ByVersion view(ComputeByVersion.ByVersion one, Names other) {
    var deadline = one.deadline();
    var due = deadline.state().dueOrWasDue();
    return new ByVersion(
        RuleView.Version.of(one.version()),
        one.applies(),
        one.ignoredPauses(),
        deadline.state().status().wire(),
        due.map(Due::at).orElse(null),
        due.map(Due::on).orElse(null),
        due.map(Due::exact).orElse(false),
        due.map(Due::provisional).orElse(false),
        otherReading(deadline),
        deadline.refused().stream()
            .map(refused -> new Refused(refused.event(), Words.of(refused.reason())))
            .toList(),
        deadline.trace().stream().map(step -> Step.of(OtherDeadline.named(step, other))).toList());
  }

  private static @Nullable OtherReading otherReading(Deadline deadline) {
    var due = deadline.alternative();
    var reading = deadline.version().alternative();
    return due == null || reading == null
        ? null
        : new OtherReading(due.at(), due.on(), due.exact(), reading.basis(), reading.use());
  }
}
