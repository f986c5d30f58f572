// Sign-in: by name and e-mail where the host is open, by a link in the mail where it is not.
import { useRef, useState } from "preact/hooks";
import { api } from "../net/api";
import { Fault } from "../parts/bits";
import { useFocused, useTitle } from "../parts/place";
import { useAction } from "../parts/store";
import { useConfig } from "./config";
import { enter } from "./sign_in";

export function SignInForm({ onClose }: { onClose?: () => void }) {
  const config = useConfig();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState<{ message: string; devLink?: string } | null>(null);
  const { busy, fault, run } = useAction();
  const byLink = config?.authMode === "magic-link";
  const first = useFocused<HTMLInputElement>();
  useTitle("Sign In");
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: Event) => {
    event.preventDefault();
    if (!form.current?.reportValidity()) return;
    void run(async () => {
      if (byLink) setSent(await api.askForLink(email.trim(), name.trim()));
      else enter(await api.signIn(name.trim(), email.trim()));
    });
  };

  if (sent) return <LinkSent {...sent} onBack={() => setSent(null)} />;
  return (
    <form class="card narrow stack" ref={form} onSubmit={submit}>
      <h1>Sign In</h1>
      <p class="muted">
        {byLink
          ? "We send you a link; a click on it signs you in."
          : "Your name is what the others see. Your address is shown to nobody."}
      </p>
      <label class="field">
        <span>Your name</span>
        <input
          data-testid="user-name-input"
          type="text"
          autoComplete="name"
          placeholder="Enter your full name"
          maxLength={80}
          required={!byLink}
          ref={first}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>E-mail address</span>
        <input
          data-testid="user-email-input"
          type="email"
          autoComplete="email"
          placeholder="your.email@example.com"
          required
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <Fault text={fault} />
      <div class="row end">
        {onClose && (
          <button type="button" class="quiet" onClick={onClose}>
            Back
          </button>
        )}
        <button type="submit" class="primary" data-testid="user-submit-button" disabled={busy}>
          {busy ? "One moment…" : byLink ? "Send me a link" : "Sign In and Continue"}
        </button>
      </div>
    </form>
  );
}

function LinkSent(props: { message: string; devLink?: string; onBack: () => void }) {
  return (
    <section class="card narrow stack" role="status">
      <h1>Look into your mail</h1>
      <p>{props.message}</p>
      {props.devLink && (
        <p>
          <a href={props.devLink}>Open the link (development)</a>
        </p>
      )}
      <button type="button" class="quiet" onClick={props.onBack}>
        Use another address
      </button>
    </section>
  );
}
