CREATE TABLE "credit_overrides" (
	"customer_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "credit_overrides_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"until_on" date,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_user_id" integer NOT NULL,
	"used_at" timestamp with time zone,
	"used_order_number" text,
	"revoked_at" timestamp with time zone,
	"revoked_by" integer,
	CONSTRAINT "credit_overrides_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "receivable_payments" (
	"customer_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "receivable_payments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"receivable_id" bigint NOT NULL,
	"amount_cents" bigint NOT NULL,
	"paid_on" date NOT NULL,
	"counters_id" bigint,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by_user_id" integer,
	CONSTRAINT "receivable_payments_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "receivable_payments_amount" CHECK ("receivable_payments"."amount_cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "receivables" (
	"customer_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "receivables_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"document" text NOT NULL,
	"order_number" text,
	"instalment" integer DEFAULT 1 NOT NULL,
	"instalments" integer DEFAULT 1 NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"paid_cents" bigint DEFAULT 0 NOT NULL,
	"paid_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	CONSTRAINT "receivables_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "receivables_amount" CHECK ("receivables"."amount_cents" > 0),
	CONSTRAINT "receivables_paid" CHECK ("receivables"."paid_cents" between 0 and "receivables"."amount_cents"),
	CONSTRAINT "receivables_paid_on" CHECK (("receivables"."paid_on" is null) = ("receivables"."paid_cents" < "receivables"."amount_cents"))
);
--> statement-breakpoint
ALTER TABLE "credit_entries" ADD COLUMN "receivable_id" bigint;--> statement-breakpoint
ALTER TABLE "credit_overrides" ADD CONSTRAINT "credit_overrides_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receivable_payments" ADD CONSTRAINT "receivable_payments_of" FOREIGN KEY ("customer_id","receivable_id") REFERENCES "public"."receivables"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receivables" ADD CONSTRAINT "receivables_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "receivable_payments_receivable" ON "receivable_payments" USING btree ("customer_id","receivable_id");--> statement-breakpoint
CREATE UNIQUE INDEX "receivable_payments_counter" ON "receivable_payments" USING btree ("customer_id","counters_id");--> statement-breakpoint
CREATE UNIQUE INDEX "receivables_document" ON "receivables" USING btree ("customer_id","document");--> statement-breakpoint
CREATE UNIQUE INDEX "receivables_instalment" ON "receivables" USING btree ("customer_id","order_number","instalment") WHERE kind = 'order';--> statement-breakpoint
CREATE INDEX "receivables_open" ON "receivables" USING btree ("customer_id","due_on") WHERE paid_cents < amount_cents and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "receivables_due" ON "receivables" USING btree ("due_on") WHERE paid_cents < amount_cents and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "receivables_id" ON "receivables" USING btree ("id");