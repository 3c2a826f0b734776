type Query = Record<string, string | number | boolean | null | undefined>;

/** A path with its query; empty values are left out. */
function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "" && value !== false) search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const segment = (value: string | number): string => encodeURIComponent(String(value));

/** Every link of the site as a function. */
export const paths = {
  signIn: (redirectTo?: string) => withQuery("/sign-in", { redirectTo }),
  signOut: () => "/sign-out",
  requestAccess: () => "/request-access",
  forgotPassword: () => "/forgot-password",
  resetPassword: (token: string) => `/reset-password/${segment(token)}`,
  invite: (token: string) => `/invite/${segment(token)}`,
  postalCode: (code: string) => `/postal-code/${segment(code)}`,
  preferences: () => "/preferences",
  logo: (version: string) => `/logo/${segment(version)}`,
  manifest: () => "/manifest.webmanifest",
  offline: (language?: string) => withQuery("/offline", { language }),
  serviceWorker: (language?: string) => withQuery("/service-worker.js", { language }),

  home: () => "/",
  catalog: (category?: string | null, query?: Query) =>
    withQuery(category ? `/catalog/${segment(category)}` : "/catalog", query),
  search: (query?: Query) => withQuery("/search", query),
  product: (sku: string) => `/products/${segment(sku)}`,
  quickOrder: () => "/quick-order",
  quickOrderSheet: () => "/quick-order/sheet",
  quickOrderProducts: (q?: string) => withQuery("/quick-order/products", { q }),
  quickOrderSample: () => "/quick-order/sample.csv",
  replenish: (query?: Query) => withQuery("/replenish", query),
  cart: () => "/cart",
  checkout: () => "/checkout",
  orders: (query?: Query) => withQuery("/orders", query),
  order: (number: string) => `/orders/${segment(number)}`,
  receivables: (query?: Query) => withQuery("/receivables", query),
  receivablesStatement: (query?: Query) => withQuery("/receivables/statement", query),
  orderAgain: (number: string) => `/orders/${segment(number)}/again`,
  lists: (query?: Query) => withQuery("/lists", query),
  list: (id: number | "favourites", query?: Query) => withQuery(`/lists/${id}`, query),
  quotes: (query?: Query) => withQuery("/quotes", query),
  askQuote: () => "/quotes/new",
  quote: (number: number, query?: Query) => withQuery(`/quotes/${number}`, query),
  quotePdf: (number: number) => `/quotes/${number}/pdf`,
  marks: () => "/marks",
  account: () => "/account",

  api: {
    order: (number: string) => `/api/v1/orders/${segment(number)}`,
    openapi: () => "/api/v1/openapi.json",
  },
  office: {
    morning: () => "/office",
    search: (q?: string) => withQuery("/office/search", { q }),
    actAs: () => "/office/act-as",
    stopActingAs: () => "/office/act-as/stop",
    customers: (query?: Query) => withQuery("/office/customers", query),
    customersCsv: (query?: Query) => withQuery("/office/customers.csv", query),
    newCustomer: () => "/office/customers/new",
    customer: (id: number, query?: Query) => withQuery(`/office/customers/${id}`, query),
    editCustomer: (id: number) => `/office/customers/${id}/edit`,
    accessRequests: (query?: Query) => withQuery("/office/access-requests", query),
    portfolio: (query?: Query) => withQuery("/office/portfolio", query),
    abc: (query?: Query) => withQuery("/office/abc", query),
    funnel: (query?: Query) => withQuery("/office/funnel", query),
    recovery: (query?: Query) => withQuery("/office/recovery", query),
    recoveryCart: (cartId: number) => `/office/recovery/${cartId}`,
    channels: (query?: Query) => withQuery("/office/channels", query),
    agenda: (query?: Query) => withQuery("/office/agenda", query),
    visits: (query?: Query) => withQuery("/office/visits", query),
    visit: (id: number) => `/office/visits/${id}`,
    orders: (query?: Query) => withQuery("/office/orders", query),
    ordersCsv: (query?: Query) => withQuery("/office/orders.csv", query),
    order: (number: string) => `/office/orders/${segment(number)}`,
    quotes: (query?: Query) => withQuery("/office/quotes", query),
    quote: (number: number, query?: Query) => withQuery(`/office/quotes/${number}`, query),
    quotePdf: (number: number) => `/office/quotes/${number}/pdf`,
    receivables: (query?: Query) => withQuery("/office/receivables", query),
    receivablesCsv: (query?: Query) => withQuery("/office/receivables.csv", query),
    receivable: (id: number, query?: Query) => withQuery(`/office/receivables/${id}`, query),
    products: (query?: Query) => withQuery("/office/catalog", query),
    newProduct: () => "/office/catalog/new",
    product: (sku: string) => `/office/catalog/${segment(sku)}`,
    suppliers: () => "/office/catalog/suppliers",
    stock: (query?: Query) => withQuery("/office/catalog/stock", query),
    priceTables: (query?: Query) => withQuery("/office/price-tables", query),
    priceTable: (code: string, query?: Query) => withQuery(`/office/price-tables/${segment(code)}`, query),
    pricePreview: (query?: Query) => withQuery("/office/price-tables/preview", query),
    indicators: () => "/office/indicators",
    indicator: (key: string, query?: Query) => withQuery(`/office/indicators/${segment(key)}`, query),
    indicatorRows: (key: string, query?: Query) => withQuery(`/office/indicators/${segment(key)}/rows.csv`, query),
    imports: () => "/office/imports",
    import: (id: number) => `/office/imports/${id}`,
    importProgress: (id: number) => `/office/imports/${id}/progress`,
    rejectedRows: (id: number) => `/office/imports/${id}/rejected`,
    team: () => "/office/team",
    member: (id: number) => `/office/team/${id}`,
    settings: (query?: Query) => withQuery("/office/settings", query),
    audit: (query?: Query) => withQuery("/office/audit", query),
    outbox: () => "/office/outbox",
  },
} as const;
