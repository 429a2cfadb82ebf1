package io.caseclock.monitor.prediction;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.monitor.prediction.Predictions.Predicted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which units are warned, and of what they were. */
public interface RiskWarnings {

  /**
   * What holds for a unit: what it said itself, else the nearest unit above that said something.
   */
  Optional<RiskWarning> of(String unit);

  void keep(RiskWarning warning);

  /**
   * Takes up to {@code most} deadlines whose people are to be warned now, and keeps in the same
   * transaction that they were and what is told. Nobody else takes them meanwhile, nor can they end
   * before. Taken is what runs and is not late, has a chance in the band that its unit has switched
   * on, and was not told of in this revision.
   *
   * @param rules of which people are told
   * @param restedSince cases of which something came after that instant wait
   * @return how many were taken
   */
  int take(
      Set<String> rules,
      Instant now,
      Instant restedSince,
      int most,
      Function<List<Predicted>, List<DeadlineEvent>> work);
}
