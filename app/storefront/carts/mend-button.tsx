import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/kit/button.tsx";
import { paths } from "#app/paths.ts";

/** One act on the cart as a form of its own: a plain button that says whole what it does to those who hear the page. */
export function MendButton({
  fields,
  label,
  look = "plain",
  children,
}: {
  fields: Record<string, string | number>;
  label: string;
  look?: "plain" | "primary" | "quiet";
  children: ReactNode;
}) {
  return (
    <Form method="post" action={paths.cart()} preventScrollReset replace>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="sm" look={look} aria-label={label}>
        {children}
      </Button>
    </Form>
  );
}
