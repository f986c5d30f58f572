// A dialog of the page's own: <dialog> brings focus, Escape and inertness of what is behind.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
}

export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? "dialog wide" : "dialog"}
      aria-labelledby={label}
      onCancel={(event) => (event.preventDefault(), onClose())}
      onClick={(event) => event.target === element.current && onClose()}
    >
      <div class="dialog-body">
        <header>
          <h2 id={label}>{title}</h2>
          <button type="button" class="icon" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  word?: string; // must be typed
  verb: string;
  onConfirm: () => void;
  onClose: () => void;
}

export function Confirm({ title, text, word, verb, onConfirm, onClose }: ConfirmProps) {
  const [typed, setTyped] = useState("");
  const ready = !word || typed.trim() === word;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
      >
        <p>{text}</p>
        {word && (
          <label class="field">
            <span>
              Type <strong>{word}</strong> to confirm
            </span>
            <input value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
        )}
        <div class="row end">
          <button type="button" class="quiet" onClick={onClose}>
            Keep it
          </button>
          <button type="submit" class="danger" disabled={!ready}>
            {verb}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
