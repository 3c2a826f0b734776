CREATE TABLE "replenishment_choices" (
	"customer_id" integer NOT NULL,
	"product_id" integer NOT NULL,
	"quantity" integer,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"by_user_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "replenishment_choices_customer_id_product_id_pk" PRIMARY KEY("customer_id","product_id"),
	CONSTRAINT "replenishment_choices_quantity" CHECK ("replenishment_choices"."quantity" between 1 and 100000),
	CONSTRAINT "replenishment_choices_something" CHECK ("replenishment_choices"."is_hidden" or "replenishment_choices"."quantity" is not null)
);
--> statement-breakpoint
ALTER TABLE "replenishment_choices" ADD CONSTRAINT "replenishment_choices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replenishment_choices" ADD CONSTRAINT "replenishment_choices_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replenishment_choices" ADD CONSTRAINT "replenishment_choices_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;