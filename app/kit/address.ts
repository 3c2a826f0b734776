type Change = string | number | null | undefined | readonly (string | number)[];

/** The same page with other words in its address; null removes one, and changing anything but the page goes back to page one. */
export function hrefWith(search: string, changes: Record<string, Change>): string {
  const params = new URLSearchParams(search);
  if (!("page" in changes)) params.delete("page");
  for (const [name, change] of Object.entries(changes)) {
    params.delete(name);
    for (const value of Array.isArray(change) ? change : [change]) {
      if (value !== null && value !== undefined && value !== "") params.append(name, String(value));
    }
  }
  const said = params.toString();
  return said ? `?${said}` : "?";
}
