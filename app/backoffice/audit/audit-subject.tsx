import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { auditWords } from "#app/words/audit.ts";

const pages: Record<string, (key: string) => string> = {
  order: paths.office.order,
  customer: (key) => paths.office.customer(Number(key)),
  product: paths.office.product,
  "price table": paths.office.priceTable,
  activity: (key) => paths.office.visit(Number(key)),
  user: (key) => paths.office.member(Number(key)),
  quote: (key) => paths.office.quote(Number(key)),
  promotion: (key) => paths.office.promotion(Number(key)),
  "payment terms": paths.office.paymentTerms,
  "tax rule": paths.office.taxes,
  "share link": () => paths.office.shareLinks(),
  import: (key) => paths.office.import(Number(key)),
};

/** The thing an entry is about, in the reader's words, and the way to it. Where the trail knows its name, the name. */
export function AuditSubject({ subject, name }: { subject: string; name: string | null }) {
  const kinds: Record<string, string> = useWords(auditWords).subjects;
  const [, kind = "", key = ""] = /^([a-z_ ]+)[: ](\S.*)$/.exec(subject) ?? [];
  const said = name ?? (kinds[kind] ? `${kinds[kind]} ${key}` : subject);
  const page = pages[kind];
  if (!page) return <span className="text-muted">{said}</span>;
  return (
    <a className="link-plain" href={page(key)}>
      {said}
    </a>
  );
}
