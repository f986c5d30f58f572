// Small things that every page shows: crests, presence, states, faults, empty places.
import type { ComponentChildren } from "preact";
import type { Asset, LeagueStatus, Role } from "../wire/blocks";
import { initials } from "./words";

// A crest of our own making: the initials on a hue that belongs to the asset.
export function Crest({ asset, size }: { asset: Pick<Asset, "name" | "externalId">; size?: "big" }) {
  const hue = [...asset.externalId].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7);
  return (
    <span class={size ? `crest ${size}` : "crest"} style={{ "--hue": String(hue) }} aria-hidden="true">
      {initials(asset.name)}
    </span>
  );
}

export function Presence({ online }: { online: boolean }) {
  return <span class={online ? "dot on" : "dot"} role="img" aria-label={online ? "online" : "away"} />;
}

const ROLE_WORDS: Record<Role, string> = {
  commissioner: "Commissioner",
  deputy: "Deputy",
  manager: "Manager",
  spectator: "Spectator",
};

export function RoleTag({ role, bot }: { role: Role; bot?: boolean | undefined }) {
  if (bot) return <span class="tag bot">Bot</span>;
  return role === "manager" ? null : <span class="tag">{ROLE_WORDS[role]}</span>;
}

const STATUS_WORDS: Record<LeagueStatus, string> = {
  pre_auction: "Before the auction",
  waiting: "About to start",
  auction_live: "Auction live",
  auction_paused: "Auction paused",
  auction_complete: "Auction complete",
};

export function StatusTag({ status, testId }: { status: LeagueStatus; testId?: string }) {
  return (
    <span class={`tag status ${status}`} data-testid={testId} data-status={status}>
      {STATUS_WORDS[status]}
    </span>
  );
}

export function Fault({ text }: { text: string | null }) {
  return text ? (
    <p class="fault" role="alert">
      {text}
    </p>
  ) : null;
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <p class="loading" role="status">
      Loading {what}…
    </p>
  );
}

export function Switch(props: { label: string; on: boolean; onChange: (on: boolean) => void; hint?: string }) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        {props.hint && <small>{props.hint}</small>}
      </span>
    </label>
  );
}
