CREATE TABLE "product_asks" (
	"customer_id" integer NOT NULL,
	"buyer_id" integer NOT NULL,
	"asked_on" date NOT NULL,
	"query" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"activity_id" bigint NOT NULL,
	CONSTRAINT "product_asks_customer_id_buyer_id_asked_on_query_pk" PRIMARY KEY("customer_id","buyer_id","asked_on","query")
);
--> statement-breakpoint
ALTER TABLE "product_asks" ADD CONSTRAINT "product_asks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_asks" ADD CONSTRAINT "product_asks_buyer_id_users_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;