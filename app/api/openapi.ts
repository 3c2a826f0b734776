import { z } from "zod";
import { said } from "#app/http/problem.ts";
import { listedOrder, wholeOrder } from "./order-document.ts";
import { newOrder, ordersQuery } from "./order-shapes.ts";

const json = (shape: z.ZodType, io: "input" | "output" = "output") => ({
  "application/json": { schema: z.toJSONSchema(shape, { io, unrepresentable: "any" }) },
});

const problemShape = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("stable"),
  reasons: z
    .array(z.object({ code: z.string(), title: z.string(), details: z.record(z.string(), z.unknown()) }))
    .optional(),
  fields: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
});

const problemFor = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: z.toJSONSchema(problemShape) } },
});

const refused = {
  "401": problemFor("no valid token"),
  "403": problemFor("the token may not do that"),
  "422": problemFor("what was sent cannot be taken; fields or reasons say why"),
};

function parametersOf(shape: z.ZodObject) {
  const schema = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({ name, in: "query", schema: property }));
}

const orderNumber = { name: "number", in: "path", required: true, schema: { type: "string" } };
const onceOnly = {
  name: "Idempotency-Key",
  in: "header",
  description: "sent again with the same key and customer, the first answer comes again and nothing is done twice",
  schema: { type: "string", maxLength: 200 },
};

/** What the API offers, made from the shapes that read and write it. */
const description = {
  openapi: "3.1.0",
  info: { title: "Carteira", version: "1" },
  servers: [{ url: "/api/v1" }],
  security: [{ token: [] }],
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  paths: {
    "/orders": {
      get: {
        summary: "Orders of the company, the latest first",
        parameters: parametersOf(ordersQuery),
        responses: {
          "200": {
            description: "a stretch of the list; next is null at its end",
            content: json(z.strictObject({ orders: z.array(listedOrder), next: z.string().nullable() })),
          },
          ...refused,
        },
      },
      post: {
        summary: "Place an order for a customer, at the customer's own prices",
        parameters: [onceOnly],
        requestBody: { required: true, content: json(newOrder, "input") },
        responses: {
          "201": { description: "placed", content: json(wholeOrder) },
          "200": { description: "the order this key made before", content: json(wholeOrder) },
          "404": problemFor("nobody knows the customer"),
          "409": problemFor("stock, credit or price moved; reasons say how"),
          ...refused,
        },
      },
    },
    "/orders/{number}": {
      get: {
        summary: "One order with its lines and how each price came about",
        parameters: [orderNumber],
        responses: {
          "200": { description: "the order", content: json(wholeOrder) },
          "404": problemFor("no such order"),
          ...refused,
        },
      },
    },
  },
};

/** `GET /api/v1/openapi.json` */
export const loader = () => said(description);
