import { notFound } from "#app/http/answer.ts";

/** No address of ours: 404 for everybody. */
export function loader() {
  throw notFound();
}

/** Nothing can be sent to an address that does not exist. */
export function action() {
  throw notFound();
}

export default function NotFound() {
  return null;
}
