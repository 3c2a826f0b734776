import { useEffect } from "react";

/** Lets open menus and dialogs close by Escape and by a press beside them; without script they close by their own button. */
export function MenuManners() {
  useEffect(() => {
    const close = (besides: Node | null) => {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>(
        "details.menu[open], .bottom-bar details[open]",
      )) {
        if (!besides || !menu.contains(besides)) menu.open = false;
      }
    };
    const pressed = (event: PointerEvent) => {
      const target = event.target as Element | null;
      close(target);
      if (target instanceof HTMLDialogElement) target.close();
    };
    const typed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const summary = document.activeElement
        ?.closest<HTMLDetailsElement>("details.menu[open]")
        ?.querySelector("summary");
      close(null);
      summary?.focus();
    };
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("keydown", typed);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      document.removeEventListener("keydown", typed);
    };
  }, []);
  return null;
}
