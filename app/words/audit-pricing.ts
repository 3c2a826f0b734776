import { inBoth } from "./locale.ts";

/** What is done to prices, as the audit trail names it. */
export const pricingActs = inBoth(
  {
    price_table_opened: "Criou tabela de preço",
    price_table_revised: "Alterou tabela de preço",
    promotion_opened: "Criou promoção",
    promotion_revised: "Alterou promoção",
    promotion_ended: "Encerrou promoção",
    tax_rule_added: "Incluiu regra de imposto",
    tax_rule_ended: "Encerrou regra de imposto",
    payment_terms_kept: "Alterou condição de pagamento",
    price_set: "Mudou preço",
    prices_uploaded: "Carregou preços",
    prices_derived: "Calculou preços de outra tabela",
    price_agreed: "Combinou preço com cliente",
    price_agreement_ended: "Encerrou preço combinado",
  },
  {
    price_table_opened: "Made price table",
    price_table_revised: "Changed price table",
    promotion_opened: "Made promotion",
    promotion_revised: "Changed promotion",
    promotion_ended: "Ended promotion",
    tax_rule_added: "Added tax rule",
    tax_rule_ended: "Ended tax rule",
    payment_terms_kept: "Changed payment terms",
    price_set: "Changed a price",
    prices_uploaded: "Uploaded prices",
    prices_derived: "Derived prices from another table",
    price_agreed: "Agreed a price with a customer",
    price_agreement_ended: "Ended an agreed price",
  },
);
