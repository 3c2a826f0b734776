import { problem } from "#app/http/problem.ts";

const nothing = () =>
  problem(404, "not_found", "There is nothing at this address; /api/v1/openapi.json lists what there is.");

/** Every other address under `/api/v1`. */
export const loader = nothing;
export const action = nothing;
