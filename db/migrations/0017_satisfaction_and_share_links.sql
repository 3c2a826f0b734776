CREATE TABLE "satisfaction_questions" (
	"customer_id" integer NOT NULL,
	"order_id" bigint NOT NULL,
	"buyer_id" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"score" integer,
	"why" text,
	"answered_at" timestamp with time zone,
	"dismissed_at" timestamp with time zone,
	CONSTRAINT "satisfaction_questions_customer_id_order_id_pk" PRIMARY KEY("customer_id","order_id"),
	CONSTRAINT "satisfaction_questions_score" CHECK ("satisfaction_questions"."score" between 0 and 10),
	CONSTRAINT "satisfaction_questions_answered" CHECK (("satisfaction_questions"."score" is null) = ("satisfaction_questions"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "share_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"category_id" integer,
	"supplier_id" integer,
	"created_by" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" timestamp with time zone,
	CONSTRAINT "share_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "invoice_link" text;--> statement-breakpoint
ALTER TABLE "satisfaction_questions" ADD CONSTRAINT "satisfaction_questions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction_questions" ADD CONSTRAINT "satisfaction_questions_buyer_id_users_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "satisfaction_questions_buyer" ON "satisfaction_questions" USING btree ("buyer_id","asked_at");--> statement-breakpoint
CREATE INDEX "satisfaction_questions_answered" ON "satisfaction_questions" USING btree ("answered_at") WHERE score is not null;--> statement-breakpoint
CREATE INDEX "share_links_creator" ON "share_links" USING btree ("created_by","created_at");