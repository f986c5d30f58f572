// Where the thumb is: my money, quick raises, an amount of my own, and the one button that says
// what it will do.
import { useEffect, useId, useState } from "preact/hooks";
import { newsOf } from "../../auction/news";
import type { Flash } from "../../auction/state";
import { millions, money, readMoney } from "../../money/money";
import { onGrid } from "../../money/raises";
import { cannotBidBecause } from "../../parts/words";
import type { AuctionView } from "../../wire/auction";
import type { Bidding } from "./use_bidding";
import type { WatchList } from "./use_watch_list";

interface BidBarProps {
  view: AuctionView;
  bidding: Bidding;
  flash: Flash | null;
  watch: WatchList;
}

export function BidBar({ view, bidding, flash, watch }: BidBarProps) {
  const [text, setText] = useState("");
  const hint = useId();
  const { lot, me } = view;
  useEffect(() => setText(""), [lot?.lotId]);

  const typed = text.trim() === "" ? null : readMoney(text);
  const wish = typed === null ? (me.nextBid ?? 0) : "pounds" in typed ? typed.pounds : null;
  const problem = lot && typed !== null ? fault(typed, view) : null;
  const target = lot ? (watch.entries[lot.asset.id] ?? null) : null;
  const outbid = flash?.kind === "outbid" && flash.event.lotId === lot?.lotId && !me.isLeader;
  const may = me.canBid && !!lot && wish !== null && !problem && !bidding.sending;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (!may || !lot || wish === null) return;
    if (await bidding.place(lot.lotId, wish)) setText("");
  };
  const said = newsOf(bidding.said, view, outbid ? flash.event : null);
  const over = target !== null && wish !== null && wish > target;
  return (
    <form class="bid-bar" onSubmit={(event) => void submit(event)} aria-label="Your bid">
      <MyMoney view={view} />
      <div class="raises" role="group" aria-label="Quick raises">
        {me.quickBids.slice(0, 4).map((amount) => (
          <button
            key={amount}
            type="button"
            class="chip"
            aria-pressed={wish === amount && typed !== null}
            disabled={!me.canBid}
            onClick={() => setText(millions(amount))}
          >
            {money(amount)}
          </button>
        ))}
      </div>
      <div class="bid-row">
        <label class="amount-field">
          <span class="visually-hidden">Your bid in millions of pounds</span>
          <input
            data-testid="bid-amount-input"
            inputMode="decimal"
            autoComplete="off"
            placeholder={me.nextBid === null ? "£m" : `${millions(me.nextBid)}`}
            aria-describedby={hint}
            aria-invalid={problem !== null}
            disabled={!lot}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button
          type="submit"
          class={`primary bid ${me.isLeader ? "leads" : outbid && typed === null ? "alert" : ""}`}
          data-testid="place-bid-button"
          disabled={!may}
        >
          {label(view, bidding, wish, outbid && typed === null)}
        </button>
      </div>
      <p class={`bid-said ${problem ? "bad" : (said?.tone ?? "")}`} id={hint} role="status" data-testid="bid-message">
        {bidding.sending?.tries
          ? "No answer yet; sending the same bid another way"
          : (problem ?? said?.text ?? (over && target !== null ? `Above your target of ${money(target)}` : targetWords(target)))}
      </p>
    </form>
  );
}

function label(view: AuctionView, bidding: Bidding, wish: number | null, outbid: boolean): string {
  if (bidding.sending) return "Sending...";
  if (view.me.isLeader) return "You lead";
  if (!view.me.canBid) return cannotBidBecause(view.me.why);
  if (wish === null) return "Place Bid";
  return outbid ? `Outbid: bid ${money(wish)}` : `Place Bid ${money(wish)}`;
}

const targetWords = (target: number | null) =>
  target === null ? "" : `Your target: ${money(target)}`;

// What is known to be refused is said before it is sent; the host judges all the same.
function fault(typed: ReturnType<typeof readMoney>, { me, lot, rules }: AuctionView): string | null {
  if ("hint" in typed) return typed.hint;
  if (!lot || me.isLeader) return null;
  if (typed.pounds < lot.nextBid) return `The least is ${money(lot.nextBid)}`;
  if (typed.pounds % rules.bidStep !== 0) {
    return `In steps of ${money(rules.bidStep)}: ${money(onGrid(typed.pounds, rules.bidStep))} would do`;
  }
  return typed.pounds > me.maxBid ? `You can bid up to ${money(me.maxBid)}` : null;
}

function MyMoney({ view }: { view: AuctionView }) {
  const seat = view.participants.find((one) => one.userId === view.me.userId);
  if (!seat) return null;
  const facts: [string, string, string][] = [
    ["Purse", money(seat.purse), "my-purse"],
    ["Free places", `${seat.slotsLeft} of ${seat.slotsLeft + seat.slotsUsed}`, "my-slots"],
    ["Max bid", money(view.me.maxBid), "my-max-bid"],
  ];
  return (
    <dl class="my-money">
      {facts.map(([name, value, id]) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd data-testid={id}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
