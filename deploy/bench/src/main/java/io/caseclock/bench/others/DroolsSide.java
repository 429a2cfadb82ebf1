package io.caseclock.bench.others;

import io.caseclock.pack.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message.Level;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.conf.AccumulateNullPropagationOption;

/**
 * Plain rules as Drools evaluates them: its executable model, compiled once, and a stateless
 * session that takes its memory from a pool. Sequential mode, tried, was no faster. For one thread.
 */
public final class DroolsSide {

  private final StatelessKieSession session;

  /**
   * Takes many seconds, since the rules are compiled.
   *
   * @param law of plain rules alone
   */
  public DroolsSide(Pack law) {
    var services = KieServices.get();
    var configuration = services.newKieSessionConfiguration();
    // What has not ended yet has no first end, and is to be found all the same.
    configuration.setOption(AccumulateNullPropagationOption.YES);
    session = compiled(services, law).newKieSessionsPool(1).newStatelessKieSession(configuration);
  }

  private static KieContainer compiled(KieServices services, Pack law) {
    var files =
        services
            .newKieFileSystem()
            .write("src/main/resources/law/law.drl", new DroolsText(law).text());
    var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().getMessages().toString());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId());
  }

  /** The deadlines of a case, in no order. */
  public List<PlainDeadline> deadlines(PlainCase given, Instant now) {
    List<PlainDeadline> deadlines = new ArrayList<>();
    session.setGlobal("deadlines", deadlines);
    session.setGlobal("now", now);
    session.execute(given.all());
    return deadlines;
  }
}
