import type { ReactNode } from "react";

/** One option of a list, and what a press on it does. */
export function ListOption({
  id,
  isActive,
  pick,
  children,
}: {
  id: string;
  isActive: boolean;
  pick: () => void;
  children: ReactNode;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="suggestion"
      ref={(option) => {
        if (isActive) option?.scrollIntoView({ block: "nearest" });
      }}
      // Before the field loses the focus and the list goes away.
      onMouseDown={(event) => {
        event.preventDefault();
        pick();
      }}
    >
      {children}
    </div>
  );
}

/**
 * The list under a field, made with `useCombobox`; `status` says how many there are to who does not see them, `onEnd` is told when its
 * end is scrolled to.
 */
export function OptionList({
  id,
  label,
  isOpen,
  status,
  onEnd,
  children,
}: {
  id: string;
  label: string;
  isOpen: boolean;
  status: string;
  onEnd?: () => void;
  children: ReactNode;
}) {
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={label}
        className={isOpen ? "suggestions" : "hidden"}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollTop + clientHeight > scrollHeight - clientHeight / 2) onEnd?.();
        }}
      >
        {children}
      </div>
      <span className="sr-only" role="status">
        {status}
      </span>
    </>
  );
}
