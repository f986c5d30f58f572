// Voiding a sale: first what would follow from it, then the deed, with a note for everybody.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { money } from "../../money/money";
import { Dialog } from "../../parts/dialog";
import { Fault, Loading } from "../../parts/bits";
import { useAction, useLoaded } from "../../parts/store";
import type { AuctionView, Club } from "../../wire/auction";

export function VoidSale({ view, club, onClose }: { view: AuctionView; club: Club; onClose: () => void }) {
  const [note, setNote] = useState("");
  const { busy, fault, run } = useAction();
  const ask = (dryRun: boolean) =>
    api.control(view.auctionId, "void-sale", { lotId: club.lotId, note: note.trim() || null, dryRun });
  const trial = useLoaded(() => ask(true), club.lotId ?? "");
  const confirm = async (event: Event) => {
    event.preventDefault();
    const done = await run(async () => {
      const answer = await ask(false);
      if (!answer.accepted) throw new Error(`Refused: ${answer.reason}`);
    });
    if (done) onClose();
  };
  const { value } = trial;
  return (
    <Dialog title={`Void the sale of ${club.asset.name}?`} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void confirm(event)}>
        <p>{`${club.winner?.displayName} gets ${money(club.winningBid ?? 0)} back.`}</p>
        {!value && !trial.error && <Loading what="what would follow" />}
        {value && !value.accepted && <Fault text={`It cannot be voided: ${value.reason}`} />}
        {value?.accepted && value.consequences.length === 0 && <p>Nothing else would have been different.</p>}
        {value && value.consequences.length > 0 && (
          <ul class="plain">
            {value.consequences.map((one) => (
              <li key={one.lotId + one.code}>{one.message}</li>
            ))}
          </ul>
        )}
        <label class="field">
          <span>Note, for everybody to see</span>
          <input value={note} maxLength={200} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        <Fault text={fault ?? trial.error} />
        <div class="row end">
          <button type="button" class="quiet" onClick={onClose}>
            Keep the sale
          </button>
          <button type="submit" class="danger" disabled={busy || !value?.accepted}>
            Void it
          </button>
        </div>
      </form>
    </Dialog>
  );
}
