import { counted, inBoth } from "./locale.ts";

export const morningWords = inBoth(
  {
    hello: (name: string, part: "morning" | "afternoon" | "evening") =>
      `${{ morning: "Bom dia", afternoon: "Boa tarde", evening: "Boa noite" }[part]}, ${name}`,
    leadRep: (day: string) => `${day}. O que vale mais a pena fazer hoje na sua carteira.`,
    leadManager: (day: string) => `${day}. O que pede atenção na empresa toda.`,
    carts: "Carrinhos parados",
    cartsTotal: (count: number, value: string) =>
      `${counted(count, "carrinho espera", "carrinhos esperam", "pt-BR")} contato: ${value}`,
    cartsEmpty: "Nenhum carrinho parado esperando contato. Bom sinal.",
    silent: "Em silêncio além do próprio ciclo",
    silentLead: "Compravam com regularidade e passaram do ponto; o de maior compra primeiro.",
    silentEmpty: "Ninguém passou do próprio ciclo de compra.",
    silentFor: (days: number, cycle: number) => `${days} dias sem comprar; costuma comprar a cada ${cycle}`,
    perPurchase: (value: string) => `${value} por compra`,
    rhythm: (name: string) => `Compras de ${name} em doze meses`,
    owing: "Títulos vencidos",
    owingTotal: (count: number, value: string) =>
      `${counted(count, "cliente deve", "clientes devem", "pt-BR")} ${value} já vencidos; o maior valor primeiro.`,
    owingEmpty: "Nenhum título vencido. Carteira em dia.",
    owingSince: (count: number, day: string) =>
      `${counted(count, "título vencido", "títulos vencidos", "pt-BR")}, o mais antigo em ${day}`,
    owingOf: (name: string, amount: string) => `${amount} vencidos de ${name}`,
    owingText: (name: string, amount: string, day: string) =>
      `Olá! Aqui é ${name}. Consta aqui ${amount} em aberto, vencido desde ${day}. Posso enviar a segunda via ou combinar uma nova data?`,
    due: "Visitas e tarefas até hoje",
    dueEmpty: "Nada marcado até hoje. Que tal planejar uma visita?",
    readings: "Seus números",
    readingsCompany: "Números da empresa",
    thisMonth: "este mês",
    lastDays: (days: number) => `últimos ${days} dias`,
    seeAll: "Ver todos",
    plan: "Planejar",
    planFor: (name: string) => `Planejar visita a ${name}`,
    whatsApp: "WhatsApp",
    whatsAppTo: (name: string) => `Falar com ${name} no WhatsApp`,
    whatsAppText: (name: string) =>
      `Olá! Aqui é ${name}. Vi que faz um tempo desde o último pedido; posso ajudar com a reposição?`,
    waiting: "Esperam por você",
    accessRequests: (count: number) => counted(count, "pedido de acesso à loja", "pedidos de acesso à loja", "pt-BR"),
    newOrders: (count: number) => counted(count, "pedido novo a confirmar", "pedidos novos a confirmar", "pt-BR"),
    mails: (count: number) => counted(count, "e-mail não entregue", "e-mails não entregues", "pt-BR"),
    nothingWaiting: "Nenhuma decisão pendente.",
  },
  {
    hello: (name, part) =>
      `${{ morning: "Good morning", afternoon: "Good afternoon", evening: "Good evening" }[part]}, ${name}`,
    leadRep: (day) => `${day}. What is most worth doing in your portfolio today.`,
    leadManager: (day) => `${day}. What asks for attention across the company.`,
    carts: "Quiet carts",
    cartsTotal: (count, value) => `${counted(count, "cart waits", "carts wait", "en")} for a contact: ${value}`,
    cartsEmpty: "No quiet cart waits for a contact. A good sign.",
    silent: "Silent beyond their own cycle",
    silentLead: "They bought regularly and have gone past it; the largest purchases first.",
    silentEmpty: "Nobody has gone past their own purchase cycle.",
    silentFor: (days, cycle) => `${days} days without buying; usually buys every ${cycle}`,
    perPurchase: (value) => `${value} a purchase`,
    rhythm: (name) => `Purchases of ${name} over twelve months`,
    owing: "Overdue receivables",
    owingTotal: (count, value) =>
      `${counted(count, "customer owes", "customers owe", "en")} ${value} past due; the largest amount first.`,
    owingEmpty: "Nothing is overdue. The portfolio is up to date.",
    owingSince: (count, day) =>
      `${counted(count, "overdue receivable", "overdue receivables", "en")}, the oldest from ${day}`,
    owingOf: (name, amount) => `${amount} overdue of ${name}`,
    owingText: (name, amount, day) =>
      `Hello! This is ${name}. Our records show ${amount} open, due since ${day}. Shall I send you a second copy, or would you like to agree on another day?`,
    due: "Visits and tasks up to today",
    dueEmpty: "Nothing planned up to today. How about planning a visit?",
    readings: "Your numbers",
    readingsCompany: "The company's numbers",
    thisMonth: "this month",
    lastDays: (days) => `last ${days} days`,
    seeAll: "See all",
    plan: "Plan",
    planFor: (name) => `Plan a visit to ${name}`,
    whatsApp: "WhatsApp",
    whatsAppTo: (name) => `Talk to ${name} on WhatsApp`,
    whatsAppText: (name) =>
      `Hello! This is ${name}. It has been a while since your last order; can I help you restock?`,
    waiting: "Waiting for you",
    accessRequests: (count) =>
      counted(count, "request for access to the shop", "requests for access to the shop", "en"),
    newOrders: (count) => counted(count, "new order to confirm", "new orders to confirm", "en"),
    mails: (count) => counted(count, "undelivered e-mail", "undelivered e-mails", "en"),
    nothingWaiting: "No decision is pending.",
  },
);
