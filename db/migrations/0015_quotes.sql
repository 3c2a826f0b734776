CREATE SEQUENCE "public"."quote_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1;--> statement-breakpoint
CREATE TABLE "quote_lines" (
	"customer_id" integer NOT NULL,
	"quote_number" integer NOT NULL,
	"line" integer NOT NULL,
	"product_id" integer NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"wished_quantity" integer NOT NULL,
	"list_unit_price_e4" bigint NOT NULL,
	"list_chain" jsonb NOT NULL,
	"wished_unit_price_e4" bigint,
	"quantity" integer,
	"unit_price_e4" bigint,
	"is_unavailable" boolean DEFAULT false NOT NULL,
	"note" text,
	CONSTRAINT "quote_lines_customer_id_quote_number_line_pk" PRIMARY KEY("customer_id","quote_number","line"),
	CONSTRAINT "quote_lines_wished" CHECK ("quote_lines"."wished_quantity" between 1 and 100000),
	CONSTRAINT "quote_lines_quantity" CHECK ("quote_lines"."quantity" between 1 and 100000),
	CONSTRAINT "quote_lines_price" CHECK ("quote_lines"."unit_price_e4" >= 0),
	CONSTRAINT "quote_lines_answer" CHECK (("quote_lines"."quantity" is null) = ("quote_lines"."unit_price_e4" is null) and not ("quote_lines"."is_unavailable" and "quote_lines"."quantity" is not null))
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"customer_id" integer NOT NULL,
	"number" integer NOT NULL,
	"first_number" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"copied_from" integer,
	"cart_id" bigint NOT NULL,
	"asked_by" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"wanted_price" text,
	"wanted_terms" text,
	"wanted_on" date,
	"message" text,
	"answered_by" integer,
	"answered_at" timestamp with time zone,
	"valid_until" date,
	"payment_terms_id" integer,
	"payment_terms_name" text,
	"payment_terms_days" integer[],
	"freight_cents" bigint,
	"answer_note" text,
	"reminded_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"order_number" text,
	"declined_at" timestamp with time zone,
	"decline_reason" text,
	"withdrawn_at" timestamp with time zone,
	"ended_by" integer,
	CONSTRAINT "quotes_customer_id_number_pk" PRIMARY KEY("customer_id","number"),
	CONSTRAINT "quotes_answer" CHECK (num_nulls("quotes"."answered_at", "quotes"."answered_by", "quotes"."valid_until", "quotes"."payment_terms_id", "quotes"."payment_terms_name",
        "quotes"."payment_terms_days", "quotes"."freight_cents") in (0, 7)),
	CONSTRAINT "quotes_one_end" CHECK (num_nonnulls("quotes"."accepted_at", "quotes"."declined_at", "quotes"."withdrawn_at") <= 1),
	CONSTRAINT "quotes_accepted" CHECK ("quotes"."accepted_at" is null or "quotes"."answered_at" is not null),
	CONSTRAINT "quotes_ordered" CHECK (("quotes"."accepted_at" is null) = ("quotes"."order_number" is null))
);
--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_of" FOREIGN KEY ("customer_id","quote_number") REFERENCES "public"."quotes"("customer_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quote_lines_product" ON "quote_lines" USING btree ("customer_id","quote_number","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_cart" ON "quotes" USING btree ("customer_id","cart_id");--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_copy" ON "quotes" USING btree ("customer_id","copied_from");--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_order" ON "quotes" USING btree ("customer_id","order_number");--> statement-breakpoint
CREATE INDEX "quotes_number" ON "quotes" USING btree ("number");--> statement-breakpoint
CREATE INDEX "quotes_asked" ON "quotes" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "quotes_valid" ON "quotes" USING btree ("valid_until") WHERE answered_at is not null and accepted_at is null and declined_at is null and withdrawn_at is null;