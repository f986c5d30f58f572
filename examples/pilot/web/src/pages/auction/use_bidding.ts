// The bid under way: from the press of the button to the receipt, and what the receipt said.
import { useCallback, useRef, useState } from "preact/hooks";
import { money } from "../../money/money";
import type { BidNews } from "../../auction/news";
import { bidOrder, sendBid } from "../../net/bid";
import { said } from "../../net/rest";
import { play } from "../../parts/signals";
import { refusedBecause } from "../../parts/words";

export interface Bidding {
  sending: { amount: number; tries: number } | null;
  said: BidNews | null;
  place: (lotId: string, amount: number) => Promise<boolean>;
}

export function useBidding(auctionId: string): Bidding {
  const [sending, setSending] = useState<Bidding["sending"]>(null);
  const [answer, setAnswer] = useState<Bidding["said"]>(null);
  const busy = useRef(false);
  const place = useCallback(
    async (lotId: string, amount: number) => {
      if (busy.current) return false;
      busy.current = true;
      setSending({ amount, tries: 0 });
      setAnswer(null);
      try {
        const order = bidOrder(auctionId, lotId, amount);
        const receipt = await sendBid(order, (tries) => setSending({ amount, tries }));
        const text = receipt.accepted
          ? `Your bid of ${money(amount)} stands`
          : refusedBecause(receipt);
        const upTo = receipt.accepted ? amount : (receipt.currentBid ?? 0);
        setAnswer({ text, tone: receipt.accepted ? "good" : "bad", lotId, upTo });
        if (receipt.accepted) play("lead");
        return receipt.accepted;
      } catch (fault) {
        setAnswer({ text: `Not placed: ${said(fault)}`, tone: "bad", lotId, upTo: null });
        return false;
      } finally {
        busy.current = false;
        setSending(null);
      }
    },
    [auctionId],
  );
  return { sending, said: answer, place };
}
