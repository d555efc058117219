package io.orchestrix.examples.banking.transfer;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.examples.banking.transfer.TransferView.TransferStep;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.Sagas;
import io.orchestrix.saga.StepProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes requests for transfers, and tells how far they are. */
@ApplicationScoped
class Transfers {

  @Inject AggregateRepository<Transfer> transfers;
  @Inject Sagas sagas;

  TransferView request(@HandlesCommand RequestTransfer command) {
    transfers.updateOrCreate(command.transferId(), transfer -> transfer.request(command));
    return view(command.transferId());
  }

  TransferView view(String transferId) {
    TransferRequested request = transfers.load(transferId).requested();
    Optional<SagaInstance> saga = sagas.find(new SagaId(MoneyTransfer.NAME, transferId));
    return new TransferView(
        transferId,
        request.from(),
        request.to(),
        request.amount(),
        saga.map(instance -> instance.status().name()).orElse("REQUESTED"),
        saga.map(SagaInstance::reason).orElse(null),
        saga.map(SagaInstance::steps).orElse(List.of()).stream().map(Transfers::step).toList());
  }

  private static TransferStep step(StepProgress step) {
    return new TransferStep(
        step.step(), step.status().name(), step.startedAt(), step.endedAt(), step.failure());
  }
}
