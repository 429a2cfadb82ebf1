package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.embedded.RunningProcess;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import java.util.function.Consumer;
import java.util.function.Function;

/** A process of the suite that is killed, and how it comes back. */
public enum Victim {
  INTAKE(ServiceKind.INTAKE),
  MONITOR(ServiceKind.MONITOR),
  NOTIFICATION(ServiceKind.NOTIFICATION),
  BROKER(
      stack -> stack.kafka().handle(),
      stack -> stack.kafka().kill(),
      stack -> stack.kafka().start()),
  DATABASE(
      stack -> stack.postgres().postmaster(),
      stack -> stack.postgres().kill(),
      stack -> stack.postgres().restart());

  private final Function<LocalStack, ProcessHandle> process;
  private final Consumer<LocalStack> kill;
  private final Consumer<LocalStack> restart;

  Victim(ServiceKind kind) {
    this(
        stack -> stack.service(kind).handle().orElseThrow(),
        stack -> stack.service(kind).kill(),
        stack -> stack.service(kind).restart());
  }

  Victim(
      Function<LocalStack, ProcessHandle> process,
      Consumer<LocalStack> kill,
      Consumer<LocalStack> restart) {
    this.process = process;
    this.kill = kill;
    this.restart = restart;
  }

  /** Fails where the process does not end, or is no other afterwards. */
  public void fallsAndRises(LocalStack stack) {
    var fallen = process.apply(stack);
    kill.accept(stack);
    assertThat(RunningProcess.isRunning(fallen)).as("the %s lives on", this).isFalse();
    restart.accept(stack);
    assertThat(process.apply(stack)).as("the %s that came back", this).isNotEqualTo(fallen);
  }
}
