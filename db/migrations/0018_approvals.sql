CREATE TABLE "approvals" (
	"customer_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"cart_id" bigint NOT NULL,
	"requester_id" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"why" text,
	"payment_terms_id" integer,
	"address_id" integer,
	"po_number" text,
	"notes" text,
	"total_cents" bigint NOT NULL,
	"shown_hash" text NOT NULL,
	"shown_lines" jsonb NOT NULL,
	"over_limits" jsonb NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" integer,
	"decision" text,
	"word" text,
	CONSTRAINT "approvals_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "approvals_decided_whole" CHECK (("approvals"."decided_at" is null) = ("approvals"."decision" is null) and ("approvals"."decided_at" is null) = ("approvals"."decided_by" is null)),
	CONSTRAINT "approvals_never_ones_own" CHECK ("approvals"."decision" is null or ("approvals"."decision" = 'withdrawn') = ("approvals"."decided_by" = "approvals"."requester_id"))
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "approved_by" integer;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "order_limit_cents" bigint;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "month_limit_cents" bigint;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requester_id_users_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_waiting" ON "approvals" USING btree ("customer_id","cart_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "approvals_cart" ON "approvals" USING btree ("customer_id","cart_id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_limits" CHECK ("users"."order_limit_cents" >= 0 and "users"."month_limit_cents" >= 0);