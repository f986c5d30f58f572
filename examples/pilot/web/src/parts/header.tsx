// The head of the page: where one is, who one is, how it looks.
import { Link, useLocation } from "wouter-preact";
import { useConfig } from "../me/config";
import { signOut, watchWho, whoNow } from "../me/sign_in";
import { SettingsMenu } from "./settings_menu";
import { useWatched } from "./store";

interface HeaderProps {
  formOpen: boolean;
  onSignIn: () => void;
}

export function Header({ formOpen, onSignIn }: HeaderProps) {
  const who = useWatched(whoNow, watchWho);
  const config = useConfig();
  const [path, go] = useLocation();
  const leave = () => void signOut().then(() => go("/"));
  return (
    <header class="top">
      <Link href="/" class="brand" aria-label={`${config?.name ?? "Friends Auction"}: start page`}>
        <img src="/hammer.svg" alt="" width="28" height="28" />
        <span>{config?.name ?? "Friends Auction"}</span>
      </Link>
      <nav aria-label="Main">
        {who.state === "user" && (config?.features.myCompetitions ?? true) && (
          <Link
            href="/app/my-competitions"
            data-testid="nav-my-competitions"
            aria-current={path === "/app/my-competitions" ? "page" : undefined}
          >
            My Competitions
          </Link>
        )}
        <SettingsMenu />
        {who.state === "user" && (
          <>
            <span class="who" title={who.user.email}>
              {who.user.name}
            </span>
            <button type="button" class="quiet small" data-testid="logout-button" onClick={leave}>
              Sign Out
            </button>
          </>
        )}
        {who.state === "nobody" && !formOpen && path !== "/sign-in" && (
          <button type="button" class="primary small" data-testid="login-button" onClick={onSignIn}>
            Sign In
          </button>
        )}
      </nav>
    </header>
  );
}
