package io.caseclock.monitor.wiring;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import io.caseclock.wiring.Every;
import java.io.Serial;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads when a job runs: a Quartz expression, or {@code off} for never. The scheduler reads the
 * same text later, and would end the start with a stack that does not name the setting.
 */
public final class Cron implements Converter<String> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String convert(String text) {
    if (!Every.isNever(text)) {
      var quartz = CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ);
      new CronParser(quartz).parse(text).validate();
    }
    return text;
  }
}
