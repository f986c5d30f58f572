// Where one is: the focus of a form that opens, the title of the page.
import { useEffect, useRef } from "preact/hooks";
import { useConfig } from "../me/config";

// Puts the focus into the element when it appears.
export function useFocused<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}

export function useTitle(title: string | null | undefined): void {
  const name = useConfig()?.name ?? "Friends Auction";
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}
