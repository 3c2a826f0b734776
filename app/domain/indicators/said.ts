import type { Said } from "./indicator.ts";

/** Says the same in both languages. */
export const said = (ptBR: string, en: string): Said => ({ "pt-BR": ptBR, en });

/** Names of standings, classes, channels, ways and kinds, for slices and lists. */
export const keyNames: Record<string, Said> = {
  active: said("Ativos", "Active"),
  recently_inactive: said("Inativos recentes", "Recently inactive"),
  long_inactive: said("Inativos antigos", "Long inactive"),
  prospect: said("Prospects", "Prospects"),
  new: said("Novos", "New"),
  A: said("A", "A"),
  B: said("B", "B"),
  C: said("C", "C"),
  online: said("Online", "Online"),
  visited: said("Visitados", "Visited"),
  hybrid: said("Híbridos", "Hybrid"),
  dormant: said("Sem pedidos em 180 dias", "No order in 180 days"),
  storefront: said("Loja online", "Storefront"),
  visit: said("Visita", "Visit"),
  phone: said("Telefone", "Phone"),
  other: said("Outro", "Other"),
  call: said("Ligação", "Call"),
  message: said("Mensagem", "Message"),
  email: said("E-mail", "E-mail"),
  note: said("Anotação", "Note"),
  task: said("Tarefa", "Task"),
  none: said("Sem informação", "Not given"),
  kept: said("Continuam ativos", "Still active"),
  lost: said("Deixaram de comprar", "Stopped buying"),
  order: said("Pedido", "Order"),
  return: said("Devolução", "Return"),
};

/** The names of a list of keys, in order. */
export const keysOf = (...keys: string[]): { key: string; label: Said }[] =>
  keys.map((key) => ({ key, label: keyNames[key] ?? said(key, key) }));
