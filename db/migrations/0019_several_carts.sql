CREATE TABLE "back_orders" (
	"customer_id" integer NOT NULL,
	"buyer_id" integer NOT NULL,
	"product_id" integer NOT NULL,
	"quantity" integer NOT NULL,
	"cart_id" bigint NOT NULL,
	"acting_user_id" integer,
	"wished_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "back_orders_customer_id_buyer_id_product_id_pk" PRIMARY KEY("customer_id","buyer_id","product_id"),
	CONSTRAINT "back_orders_quantity" CHECK ("back_orders"."quantity" between 1 and 100000)
);
--> statement-breakpoint
CREATE TABLE "product_substitutes" (
	"product_id" integer NOT NULL,
	"substitute_id" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "product_substitutes_product_id_substitute_id_pk" PRIMARY KEY("product_id","substitute_id"),
	CONSTRAINT "product_substitutes_another" CHECK ("product_substitutes"."product_id" <> "product_substitutes"."substitute_id")
);
--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "set_aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "address_id" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "is_freight_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "back_orders" ADD CONSTRAINT "back_orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "back_orders" ADD CONSTRAINT "back_orders_buyer_id_users_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "back_orders" ADD CONSTRAINT "back_orders_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_substitutes" ADD CONSTRAINT "product_substitutes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_substitutes" ADD CONSTRAINT "product_substitutes_substitute_id_products_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "back_orders_product" ON "back_orders" USING btree ("product_id");--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_address" FOREIGN KEY ("customer_id","address_id") REFERENCES "public"."customer_addresses"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carts_kept" ON "carts" USING btree ("customer_id","buyer_id") WHERE set_aside_at is not null and ordered_at is null;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_kept_has_a_name" CHECK ("carts"."set_aside_at" is null or ("carts"."name" is not null and not "carts"."is_current"));--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_removed_is_not_current" CHECK (not ("carts"."is_current" and "carts"."removed_at" is not null));