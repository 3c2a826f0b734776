CREATE TABLE "payment_attempts" (
	"customer_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payment_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"method" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"key" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" integer,
	"expires_at" timestamp with time zone NOT NULL,
	"session_id" text,
	"url" text,
	"opened_at" timestamp with time zone,
	"processing_at" timestamp with time zone,
	"voucher_url" text,
	"voucher_due_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"expired_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"received_cents" bigint,
	"received_currency" text,
	"payment_ref" text,
	"applied_at" timestamp with time zone,
	"refunded_at" timestamp with time zone,
	"refunded_cents" bigint DEFAULT 0 NOT NULL,
	"disputed_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" integer,
	"settled_how" text,
	"settled_note" text,
	"last_error" text,
	"last_error_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	CONSTRAINT "payment_attempts_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "payment_attempts_amount" CHECK ("payment_attempts"."amount_cents" > 0),
	CONSTRAINT "payment_attempts_applied_paid" CHECK ("payment_attempts"."applied_at" is null or "payment_attempts"."paid_at" is not null),
	CONSTRAINT "payment_attempts_settled" CHECK (("payment_attempts"."settled_at" is null) = ("payment_attempts"."settled_how" is null))
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"customer_id" integer NOT NULL,
	"attempt_id" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "payment_method" text DEFAULT 'account' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "pay_by_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "paid_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_live" ON "payment_attempts" USING btree ("customer_id","order_id") WHERE paid_at is null and failed_at is null and expired_at is null and cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_applied" ON "payment_attempts" USING btree ("customer_id","order_id") WHERE applied_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_key" ON "payment_attempts" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_session" ON "payment_attempts" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_order" ON "payment_attempts" USING btree ("customer_id","order_id","id");--> statement-breakpoint
CREATE INDEX "payment_attempts_ref" ON "payment_attempts" USING btree ("payment_ref");--> statement-breakpoint
CREATE INDEX "payment_attempts_waiting" ON "payment_attempts" USING btree ("expires_at") WHERE paid_at is null and failed_at is null and expired_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "payment_attempts_failing" ON "payment_attempts" USING btree ("last_error_at") WHERE last_error_at is not null;--> statement-breakpoint
CREATE INDEX "orders_awaiting_payment" ON "orders" USING btree ("pay_by_at") WHERE payment_method = 'online' and paid_at is null and cancelled_at is null;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_pay_by" CHECK (("orders"."payment_method" = 'online') = ("orders"."pay_by_at" is not null));--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_paid_online" CHECK ("orders"."paid_at" is null or "orders"."payment_method" = 'online');