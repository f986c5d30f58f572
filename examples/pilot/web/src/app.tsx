// The frame of every page: header, the page of this address, notices.
import { useEffect, useRef, useState } from "preact/hooks";
import { Route, Switch, useLocation } from "wouter-preact";
import { whoNow, watchWho } from "./me/sign_in";
import { loadConfig } from "./me/config";
import { SignInForm } from "./me/sign_in_form";
import { RedeemLink } from "./me/redeem";
import { Loading } from "./parts/bits";
import { Notices } from "./parts/notices";
import { useWatched } from "./parts/store";
import { Header } from "./parts/header";
import { AuctionPage } from "./pages/auction/auction_page";
import { CompetitionPage } from "./pages/competition/competition_page";
import { HomePage } from "./pages/home/home_page";
import { MyCompetitionsPage } from "./pages/home/my_competitions_page";
import { JoinPage } from "./pages/home/join_page";
import { LobbyPage } from "./pages/league/lobby_page";
import { ReplayPage } from "./pages/replay/replay_page";
import { TvPage } from "./pages/tv/tv_page";

export function App() {
  const who = useWatched(whoNow, watchWho);
  const [path] = useLocation();
  const [signingIn, setSigningIn] = useState(false);
  useEffect(() => void loadConfig(), []);
  useEffect(() => {
    if (who.state === "user") setSigningIn(false);
  }, [who.state]);
  const first = useRef(true);
  useEffect(() => {
    window.scrollTo(0, 0);
    if (!first.current) document.getElementById("main")?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);

  const tv = /^\/auction\/[^/]+\/tv$/.test(path);
  const open = path === "/" || path === "/sign-in";
  const form = who.state === "nobody" && path !== "/sign-in" && (signingIn || !open);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      {!tv && <Header formOpen={form} onSignIn={() => setSigningIn(true)} />}
      <main id="main" tabIndex={-1}>
        {who.state === "unknown" && path !== "/sign-in" ? (
          <Loading what="your sign-in" />
        ) : form ? (
          <SignInForm {...(open ? { onClose: () => setSigningIn(false) } : {})} />
        ) : (
          <Pages onSignIn={() => setSigningIn(true)} />
        )}
      </main>
      <Notices />
    </>
  );
}

function Pages({ onSignIn }: { onSignIn: () => void }) {
  return (
    <Switch>
      <Route path="/">
        <HomePage onSignIn={onSignIn} />
      </Route>
      <Route path="/sign-in" component={RedeemLink} />
      <Route path="/join/:token">{({ token }) => <JoinPage key={token} token={token} />}</Route>
      <Route path="/league/:id">{({ id }) => <LobbyPage key={id} id={id} />}</Route>
      <Route path="/auction/:id">{({ id }) => <AuctionPage key={id} id={id} />}</Route>
      <Route path="/auction/:id/tv">{({ id }) => <TvPage key={id} id={id} />}</Route>
      <Route path="/auction/:id/replay">{({ id }) => <ReplayPage key={id} id={id} />}</Route>
      <Route path="/app/my-competitions" component={MyCompetitionsPage} />
      <Route path="/app/competitions/:id">{({ id }) => <CompetitionPage key={id} id={id} />}</Route>
      <Route>
        <section class="card narrow">
          <h1>Nothing here</h1>
          <p>
            This address leads nowhere. <a href="/">To the start</a>
          </p>
        </section>
      </Route>
    </Switch>
  );
}
