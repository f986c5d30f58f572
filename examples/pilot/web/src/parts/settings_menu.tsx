// Settings of this browser: look, sound, vibration.
import { useEffect, useRef, useState } from "preact/hooks";
import { play, soundOn, unlockSound } from "./signals";
import { useKept } from "./store";
import { Switch } from "./bits";

type Theme = "system" | "light" | "dark";

function storedTheme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "dark" || theme === "light" ? theme : "system";
}

function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const choose = (next: Theme) => {
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
    try {
      if (next === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", next);
    } catch {
      // Storage may be forbidden; the look then lasts as long as the page.
    }
  };
  return [theme, choose];
}

export function SettingsMenu() {
  const [theme, choose] = useTheme();
  const [sound, setSound] = useKept("sound", soundOn());
  const [vibration, setVibration] = useKept("vibration", true);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const outside = event.target instanceof Node && !menu.current?.contains(event.target);
      if (menu.current && (outside || (event as KeyboardEvent).key === "Escape")) {
        menu.current.open = false;
      }
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details class="menu" ref={menu}>
      <summary aria-label="Settings" title="Settings">
        <span aria-hidden="true">⚙</span>
      </summary>
      <div class="menu-body stack">
        <fieldset class="segments">
          <legend>Look</legend>
          {(["system", "light", "dark"] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="theme" checked={theme === one} onChange={() => choose(one)} />
              <span>{one === "system" ? "As system" : one === "light" ? "Light" : "Dark"}</span>
            </label>
          ))}
        </fieldset>
        <Switch
          label="Sound"
          on={sound}
          onChange={(on) => {
            setSound(on);
            if (on) unlockSound().then(() => play("lot"));
          }}
        />
        {"vibrate" in navigator && (
          <Switch label="Vibration" on={vibration} onChange={setVibration} />
        )}
      </div>
    </details>
  );
}
