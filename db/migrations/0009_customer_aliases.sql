CREATE TABLE "customer_aliases" (
	"customer_id" integer NOT NULL,
	"alias" text NOT NULL,
	"product_id" integer NOT NULL,
	"learned_at" timestamp with time zone NOT NULL,
	"learned_by" integer NOT NULL,
	CONSTRAINT "customer_aliases_customer_id_alias_pk" PRIMARY KEY("customer_id","alias")
);
--> statement-breakpoint
CREATE TABLE "quick_orders" (
	"customer_id" integer NOT NULL,
	"key" text NOT NULL,
	"buyer_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "quick_orders_customer_id_key_pk" PRIMARY KEY("customer_id","key")
);
--> statement-breakpoint
ALTER TABLE "customer_aliases" ADD CONSTRAINT "customer_aliases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_aliases" ADD CONSTRAINT "customer_aliases_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quick_orders" ADD CONSTRAINT "quick_orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;