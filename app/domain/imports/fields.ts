import { searchable } from "#app/domain/text.ts";

/** What can be brought in from a file. */
export const importKinds = ["customers", "products", "prices", "orders", "receivables"] as const;
export type ImportKind = (typeof importKinds)[number];

interface Field {
  name: string;
  isRequired?: boolean;
  /** Headers that mean this field, as `headerKey` writes them; the first are ours. */
  headers: string;
}

const rep = "rep representante vendedor salesrep salesperson seller";
const unitPrice =
  "unitprice precounitario preco valorunitario vlrunitario vlunitario vlunit precounit price unitvalue unitcost";
const sku = "sku codigoproduto codigodoproduto codproduto codigoitem stockcode productcode itemcode referencia codigo";
const customer =
  "customer customercode cliente codigocliente codigodocliente codcliente customerid customerno clientcode clientid cnpjcliente";

const orderNumber =
  "order ordernumber pedido numeropedido numerodopedido npedido ndopedido nropedido numpedido orderno orderid";

const fields: Record<ImportKind, Field[]> = {
  orders: [
    {
      name: "order",
      isRequired: true,
      headers:
        "order ordernumber pedido numeropedido numerodopedido npedido ndopedido nropedido numpedido orderno orderid invoice invoiceno invoicenumber notafiscal nf numeronf numero",
    },
    {
      name: "date",
      isRequired: true,
      headers:
        "date data datapedido datadopedido dataemissao emissao datahora dataehora orderdate invoicedate datetime placedat datahorapedido",
    },
    { name: "customer", isRequired: true, headers: `${customer} cnpj` },
    {
      name: "customerName",
      headers: "customername nomecliente nomedocliente razaosocial nomefantasia clientname companyname",
    },
    { name: "sku", isRequired: true, headers: sku },
    {
      name: "description",
      headers:
        "description descricao descricaoproduto descricaodoproduto produto nomeproduto nomedoproduto productname",
    },
    { name: "quantity", isRequired: true, headers: "quantity quantidade qtd qtde quant qty units" },
    { name: "unitPrice", isRequired: true, headers: unitPrice },
    { name: "country", headers: "country pais countryuf paisuf" },
    { name: "uf", headers: "uf estado state" },
    { name: "channel", headers: "channel canal canaldevenda" },
    { name: "rep", headers: rep },
  ],
  customers: [
    {
      name: "code",
      headers: "code codigo codigocliente codigodocliente codcliente customercode customerid customer cliente",
    },
    { name: "cnpj", headers: "cnpj cnpjcliente" },
    { name: "name", isRequired: true, headers: "name nome nomefantasia fantasia tradename customername nomecliente" },
    { name: "legalName", headers: "legalname razaosocial razao companyname" },
    { name: "stateRegistration", headers: "stateregistration inscricaoestadual ie" },
    { name: "uf", headers: "uf estado state" },
    { name: "city", headers: "city cidade municipio" },
    { name: "country", headers: "country pais" },
    { name: "segment", headers: "segment segmento ramo" },
    { name: "email", headers: "email" },
    { name: "phone", headers: "phone telefone fone celular whatsapp" },
    { name: "rep", headers: rep },
    { name: "creditLimit", headers: "creditlimit limite limitedecredito limitecredito" },
  ],
  products: [
    { name: "sku", isRequired: true, headers: sku },
    { name: "name", isRequired: true, headers: "name nome produto nomeproduto nomedoproduto productname descricao" },
    { name: "ean", headers: "ean gtin codigodebarras barcode" },
    { name: "description", headers: "description detalhe descricaocompleta longdescription" },
    { name: "unit", headers: "unit unidade un unidademedida" },
    { name: "packMultiple", headers: "packmultiple multiplo embalagem qtdembalagem casepack" },
    { name: "minimumQuantity", headers: "minimumquantity minimo quantidademinima minimumorder" },
    { name: "stock", headers: "stock estoque saldo saldoestoque saldoemestoque estoqueatual qtdestoque onhand" },
    { name: "supplier", headers: "supplier fornecedor representada industria marca fabricante brand" },
    { name: "category", headers: "category categoria grupo familia linha" },
  ],
  prices: [
    { name: "table", headers: "table tabela tabeladepreco tabelapreco codigotabela pricetable" },
    { name: "customer", headers: `${customer} cnpj` },
    { name: "sku", isRequired: true, headers: sku },
    { name: "unitPrice", isRequired: true, headers: unitPrice },
    { name: "fromQuantity", headers: "fromquantity apartirde quantidade quantidademinima qtd minimo quantity" },
    { name: "validFrom", headers: "validfrom validodesde inicio iniciovigencia" },
    { name: "validUntil", headers: "validuntil validoate fim fimvigencia validade" },
  ],
  receivables: [
    {
      name: "document",
      isRequired: true,
      headers: "document documento titulo numerotitulo numerodotitulo numerodocumento duplicata nossonumero numero nf",
    },
    { name: "customer", isRequired: true, headers: `${customer} cnpj` },
    { name: "order", headers: orderNumber },
    { name: "dueOn", isRequired: true, headers: "dueon duedate due vencimento datavencimento datadevencimento vence" },
    { name: "issuedOn", headers: "issuedon issuedate emissao dataemissao datadeemissao" },
    { name: "amount", isRequired: true, headers: "amount valor valortitulo valordotitulo valororiginal value" },
    { name: "paidAmount", headers: "paidamount valorpago pago recebido valorrecebido paid" },
    { name: "paidOn", headers: "paidon pagamento datapagamento datadopagamento baixa databaixa recebidoem paiddate" },
  ],
};

/** A header as it is compared: `Nº do pedido` and `n_do_pedido` are the same. */
export const headerKey = (header: string): string => searchable(header).replace(/[^a-z0-9]+/g, "");

/** The fields of a kind, in the order in which a screen offers them. */
export const fieldsOf = (kind: ImportKind): { name: string; isRequired: boolean }[] =>
  fields[kind].map(({ name, isRequired }) => ({ name, isRequired: isRequired ?? false }));

/** The headers that mean a field, as `headerKey` writes them. */
export function knownAs(kind: ImportKind, name: string): string[] {
  const field = fields[kind].find((one) => one.name === name);
  return field ? [headerKey(field.name), ...field.headers.split(" ")] : [];
}

/** True when the word names something that can be brought in. */
export const isImportKind = (word: string): word is ImportKind => (importKinds as readonly string[]).includes(word);

/** Which column of the file holds which field, by position; what is missing and what cannot be found is named. */
export interface Matched {
  columns: Record<string, number>;
  /** Required fields without a column. */
  missing: string[];
  /** Columns of the map that the file does not have. */
  notFound: string[];
  /** Names of the map that are no field of this kind. */
  unknown: string[];
}

/** Matches a header with the fields of a kind: first as the map says, the others by their known names. */
export function matchColumns(kind: ImportKind, header: string[], map: Record<string, string> = {}): Matched {
  const keys = header.map(headerKey);
  const wanted = fields[kind].map((field) => ({
    ...field,
    keys: [headerKey(field.name), ...field.headers.split(" ")],
  }));
  const columns: Record<string, number> = {};
  const notFound: string[] = [];
  const unknown: string[] = [];
  const left = new Set<string>();
  for (const [name, column] of Object.entries(map)) {
    const key = headerKey(name);
    const field = wanted.find((one) => one.keys[0] === key) ?? wanted.find((one) => one.keys.includes(key));
    if (!field) unknown.push(name);
    else if (column === "") left.add(field.name);
    else {
      const exact = header.indexOf(column);
      const position = exact >= 0 ? exact : keys.indexOf(headerKey(column));
      if (position >= 0) columns[field.name] = position;
      else notFound.push(column);
    }
  }
  const taken = new Set(Object.values(columns));
  for (const field of wanted) {
    if (field.name in columns || left.has(field.name)) continue;
    const key = field.keys.find((one) => keys.some((found, at) => found === one && !taken.has(at)));
    const position = key === undefined ? -1 : keys.findIndex((found, at) => found === key && !taken.has(at));
    if (position < 0) continue;
    columns[field.name] = position;
    taken.add(position);
  }
  const missing = wanted.filter((field) => field.isRequired && !(field.name in columns)).map((field) => field.name);
  if (kind === "customers" && !("code" in columns) && !("cnpj" in columns)) missing.push("code");
  if (kind === "prices" && !("table" in columns) && !("customer" in columns)) missing.push("table");
  return { columns, missing, notFound, unknown };
}
