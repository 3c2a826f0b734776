CREATE TABLE "promotion_customers" (
	"customer_id" integer NOT NULL,
	"promotion_id" integer NOT NULL,
	CONSTRAINT "promotion_customers_customer_id_promotion_id_pk" PRIMARY KEY("customer_id","promotion_id")
);
--> statement-breakpoint
CREATE TABLE "promotion_products" (
	"product_id" integer NOT NULL,
	"promotion_id" integer NOT NULL,
	CONSTRAINT "promotion_products_product_id_promotion_id_pk" PRIMARY KEY("product_id","promotion_id")
);
--> statement-breakpoint
CREATE TABLE "promotion_uses" (
	"customer_id" integer NOT NULL,
	"order_id" bigint NOT NULL,
	"promotion_id" integer NOT NULL,
	"units" integer NOT NULL,
	CONSTRAINT "promotion_uses_customer_id_order_id_promotion_id_pk" PRIMARY KEY("customer_id","order_id","promotion_id"),
	CONSTRAINT "promotion_uses_units" CHECK ("promotion_uses"."units" >= 1)
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promotions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"off_basis_points" integer,
	"unit_price_e4" bigint,
	"from_quantity" integer DEFAULT 1 NOT NULL,
	"scope" text NOT NULL,
	"category_id" integer,
	"supplier_id" integer,
	"audience" text NOT NULL,
	"group_id" integer,
	"uf" char(2),
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"unit_limit" integer,
	"used_units" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "promotions_rule" CHECK (("promotions"."off_basis_points" is null) <> ("promotions"."unit_price_e4" is null) and "promotions"."from_quantity" >= 1
        and ("promotions"."off_basis_points" is null or "promotions"."off_basis_points" between 1 and 9999) and ("promotions"."unit_price_e4" is null or "promotions"."unit_price_e4" > 0)),
	CONSTRAINT "promotions_scope" CHECK (("promotions"."scope" = 'category') = ("promotions"."category_id" is not null) and ("promotions"."scope" = 'supplier') = ("promotions"."supplier_id" is not null)
        and ("promotions"."audience" = 'group') = ("promotions"."group_id" is not null) and ("promotions"."audience" = 'uf') = ("promotions"."uf" is not null)),
	CONSTRAINT "promotions_days_in_order" CHECK ("promotions"."valid_from" < "promotions"."valid_until"),
	CONSTRAINT "promotions_units" CHECK ("promotions"."used_units" >= 0 and ("promotions"."unit_limit" is null or ("promotions"."unit_limit" >= 1 and "promotions"."used_units" <= "promotions"."unit_limit")))
);
--> statement-breakpoint
CREATE TABLE "tax_rules" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tax_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"component" text NOT NULL,
	"basis_points" integer NOT NULL,
	"category_id" integer,
	"supplier_id" integer,
	"uf" char(2),
	"valid_from" date NOT NULL,
	"valid_until" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tax_rules_rate" CHECK ("tax_rules"."basis_points" between 0 and 20000),
	CONSTRAINT "tax_rules_days" CHECK ("tax_rules"."valid_until" is null or "tax_rules"."valid_from" <= "tax_rules"."valid_until")
);
--> statement-breakpoint
DROP INDEX "price_tables_one_general";--> statement-breakpoint
DROP INDEX "price_tables_one_a_uf";--> statement-breakpoint
DROP INDEX "price_tables_one_a_group";--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "payment_terms_id" integer;--> statement-breakpoint
ALTER TABLE "payment_terms" ADD COLUMN "price_basis_points" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "taxes" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "taxes" jsonb;--> statement-breakpoint
ALTER TABLE "price_tables" ADD COLUMN "supplier_id" integer;--> statement-breakpoint
ALTER TABLE "price_tables" ADD COLUMN "base_table_id" integer;--> statement-breakpoint
ALTER TABLE "price_tables" ADD COLUMN "base_basis_points" integer;--> statement-breakpoint
ALTER TABLE "promotion_customers" ADD CONSTRAINT "promotion_customers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_customers" ADD CONSTRAINT "promotion_customers_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_products" ADD CONSTRAINT "promotion_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_products" ADD CONSTRAINT "promotion_products_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rules" ADD CONSTRAINT "tax_rules_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rules" ADD CONSTRAINT "tax_rules_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promotion_customers_promotion" ON "promotion_customers" USING btree ("promotion_id");--> statement-breakpoint
CREATE INDEX "promotion_products_promotion" ON "promotion_products" USING btree ("promotion_id");--> statement-breakpoint
CREATE INDEX "promotion_uses_promotion" ON "promotion_uses" USING btree ("promotion_id");--> statement-breakpoint
CREATE INDEX "promotions_days" ON "promotions" USING btree ("valid_until","valid_from");--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tables" ADD CONSTRAINT "price_tables_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tables" ADD CONSTRAINT "price_tables_base_table_id_price_tables_id_fk" FOREIGN KEY ("base_table_id") REFERENCES "public"."price_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "price_tables_base" ON "price_tables" USING btree ("base_table_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_tables_one_general" ON "price_tables" USING btree ("scope",coalesce(supplier_id, 0)) WHERE scope = 'general' and is_active;--> statement-breakpoint
CREATE UNIQUE INDEX "price_tables_one_a_uf" ON "price_tables" USING btree ("uf",coalesce(supplier_id, 0)) WHERE scope = 'uf' and is_active;--> statement-breakpoint
CREATE UNIQUE INDEX "price_tables_one_a_group" ON "price_tables" USING btree ("group_id",coalesce(supplier_id, 0)) WHERE scope = 'group' and is_active;--> statement-breakpoint
ALTER TABLE "price_tables" ADD CONSTRAINT "price_tables_formula" CHECK (("price_tables"."base_table_id" is null) = ("price_tables"."base_basis_points" is null) and "price_tables"."base_table_id" is distinct from "price_tables"."id"
        and ("price_tables"."base_basis_points" is null or "price_tables"."base_basis_points" between -9999 and 100000));