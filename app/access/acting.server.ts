import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import type { StaffSession } from "./doors.server.ts";
import { openSession } from "./signing-in.server.ts";

/** Where an act of signing in comes from. */
export interface Coming {
  request: Request;
  address: string;
  requestId: string;
}

/**
 * Lets a member of staff use the shop as a customer of their own portfolio; what they do there bears their name. A customer out
 * of scope does not exist. The session's token changes.
 */
export async function startActing(staff: StaffSession, customerId: number, coming: Coming, at: Date) {
  const customer = await customerOf(staff.scope, customerId);
  await recordAudit(
    {
      actorId: staff.user.id,
      customerId: customer.id,
      action: "acting_started",
      subject: `customer:${customer.id}`,
      requestId: coming.requestId,
    },
    at,
  );
  return openSession(coming.request, staff.user, coming.address, at, customer.id);
}

/** Ends acting as a customer; who acts as nobody stays as they are. The session's token changes. */
export async function stopActing(staff: StaffSession, coming: Coming, at: Date) {
  const customer = staff.actingAs;
  if (!customer) return undefined;
  await recordAudit(
    {
      actorId: staff.user.id,
      customerId: customer.id,
      action: "acting_stopped",
      subject: `customer:${customer.id}`,
      requestId: coming.requestId,
    },
    at,
  );
  return openSession(coming.request, staff.user, coming.address, at);
}
