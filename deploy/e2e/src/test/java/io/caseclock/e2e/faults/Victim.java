package io.caseclock.e2e.faults;

import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import java.util.function.Consumer;

/** A process of the suite that is killed, and how it comes back. */
public enum Victim {
  INTAKE(
      stack -> stack.service(ServiceKind.INTAKE).kill(),
      stack -> stack.service(ServiceKind.INTAKE).restart()),
  MONITOR(
      stack -> stack.service(ServiceKind.MONITOR).kill(),
      stack -> stack.service(ServiceKind.MONITOR).restart()),
  NOTIFICATION(
      stack -> stack.service(ServiceKind.NOTIFICATION).kill(),
      stack -> stack.service(ServiceKind.NOTIFICATION).restart()),
  BROKER(stack -> stack.kafka().kill(), stack -> stack.kafka().start()),
  DATABASE(stack -> stack.postgres().kill(), stack -> stack.postgres().restart());

  private final Consumer<LocalStack> kill;
  private final Consumer<LocalStack> restart;

  Victim(Consumer<LocalStack> kill, Consumer<LocalStack> restart) {
    this.kill = kill;
    this.restart = restart;
  }

  public void fallsAndRises(LocalStack stack) {
    kill.accept(stack);
    restart.accept(stack);
  }
}
