import { hashOf } from "#app/access/token.ts";
import { makeShareLink, revokeShareLink, sharedBy, shareLinksIn } from "#app/domain/catalog/share-links.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";

const before = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000);

interface DemoLink {
  name: string;
  category: string | null;
  days: number;
  daysAgo: number;
  views: number;
  isEnded: boolean;
}

/** What the demo rep handed to strangers: one that is looked at, one for a fair, one that was ended. */
const links: readonly DemoLink[] = [
  { name: "Degustação na rede vizinha", category: "bebidas", days: 30, daysAgo: 26, views: 4, isEnded: true },
  { name: "Padaria nova da rua Sergipe", category: "biscoitos", days: 30, daysAgo: 6, views: 9, isEnded: false },
  { name: "Feira do varejo, catálogo inteiro", category: null, days: 90, daysAgo: 3, views: 17, isEnded: false },
];

/** Links without prices of one rep; their addresses were shown once, to nobody. */
export async function fillShareLinks(by: Scope, at: Date): Promise<void> {
  for (const { daysAgo, views, isEnded, ...wish } of links) {
    const hash = hashOf(`demo: ${wish.name}`);
    await makeShareLink(by, hash, { ...wish, supplier: null }, before(at, daysAgo));
    for (let view = 1; view <= views; view++) {
      await sharedBy(hash, true, before(at, daysAgo * (1 - view / (views + 1))));
    }
    if (!isEnded) continue;
    const link = (await shareLinksIn(by)).find(({ name }) => name === wish.name);
    if (link) await revokeShareLink(by, link.id, before(at, 1));
  }
}
