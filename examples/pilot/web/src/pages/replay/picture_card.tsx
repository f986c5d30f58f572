// One moment of the replay: the lot that was open, everybody's purse and squad.
import type { Picture } from "../../chain/fold";
import { money } from "../../money/money";

export function PictureCard({ shot, names }: { shot: Picture; names: Map<string, string> }) {
  const name = (slot: number | null) => {
    const seat = slot === null ? undefined : shot.seats[slot];
    return seat ? (names.get(seat.id) ?? seat.label) : "nobody";
  };
  const { stand } = shot;
  return (
    <div class="two-columns">
      <section class="stage" aria-label="The lot">
        <p class="progress-line">
          <strong>{shot.said}</strong>
        </p>
        {stand ? (
          <>
            <h2>{stand.asset}</h2>
            <p class="price">
              <span class="amount">{stand.price === null ? "–" : money(stand.price)}</span>
            </p>
            <p>
              {stand.price === null ? "No bid yet" : `${name(stand.leader)} leads after ${stand.bids}`}
            </p>
          </>
        ) : (
          <h2>{shot.over ? "The end" : "No lot is open"}</h2>
        )}
      </section>
      <ul class="managers">
        {shot.seats.map((seat, slot) => (
          <li key={seat.id} class={stand?.leader === slot ? "manager leads" : "manager"}>
            <div class="manager-top">
              <span class="name">{name(slot)}</span>
              <span class="purse">{money(seat.purse)}</span>
            </div>
            <ul class="squad">
              {seat.squad.map((place) => (
                <li key={place.lot}>
                  <span>{place.name}</span>
                  <span>{money(place.price)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
