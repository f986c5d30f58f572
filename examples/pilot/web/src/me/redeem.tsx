// A sign-in link has been opened. Its token is in the fragment, which no server and no log sees;
// it is used by a click, so that a mail scanner that follows links does not spend it.
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { api } from "../net/api";
import { Fault } from "../parts/bits";
import { useAction } from "../parts/store";
import { enter } from "./sign_in";

export function RedeemLink() {
  const [, go] = useLocation();
  const [link] = useState(() => new URLSearchParams(window.location.hash.slice(1)));
  const { busy, fault, run } = useAction();
  const token = link.get("token");
  const email = link.get("email") ?? "";

  const redeem = () =>
    run(async () => {
      const answer = await api.redeemLink(email, token ?? "");
      history.replaceState(null, "", "/sign-in");
      enter(answer);
      go("/", { replace: true });
    });

  return (
    <section class="card narrow stack">
      <h1>Sign In</h1>
      {token ? (
        <>
          <p>{email ? `You are about to sign in as ${email}.` : "You are about to sign in."}</p>
          <Fault text={fault} />
          <button type="button" class="primary" disabled={busy} onClick={() => void redeem()}>
            Sign In and Continue
          </button>
        </>
      ) : (
        <p>
          This link is not whole. <a href="/">Ask for a new one</a>
        </p>
      )}
    </section>
  );
}
