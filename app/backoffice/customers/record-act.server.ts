import { inviteColleague, reviseColleague } from "#app/access/colleagues.server.ts";
import type { StaffSession } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { noteActivity } from "#app/domain/activities/activities.server.ts";
import { overrideHold, revokeOverride } from "#app/domain/credit/overrides.server.ts";
import { removeAddress, saveAddress } from "#app/domain/customers/addresses.server.ts";
import { removeContact, saveContact } from "#app/domain/customers/contacts.server.ts";
import { customerOf, grantAccess } from "#app/domain/customers/customers.server.ts";
import { tagCustomers } from "#app/domain/customers/tags.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { RecordAct } from "./record-acts.ts";

/** Does one of the record's small acts on a customer of the scope; deciding about access needs the permission for it. */
export async function actOnRecord(
  { user, scope }: StaffSession,
  id: number,
  wanted: RecordAct,
  at: Date,
): Promise<void> {
  await customerOf(scope, id);
  switch (wanted.act) {
    case "tag":
    case "untag":
      await tagCustomers(scope, [id], { tag: wanted.tag, isOn: wanted.act === "tag" }, at);
      return;
    case "note":
      await noteActivity(scope, { customerId: id, kind: wanted.kind, notes: wanted.text }, at);
      return;
    case "saveContact": {
      const { act: _act, id: contactId, ...contact } = wanted;
      await saveContact(scope, id, contactId, contact, at);
      return;
    }
    case "saveAddress": {
      const { act: _act, id: addressId, ...address } = wanted;
      await saveAddress(scope, id, addressId, address, at);
      return;
    }
    case "removeContact":
      await removeContact(scope, id, wanted.id, at);
      return;
    case "removeAddress":
      await removeAddress(scope, id, wanted.id, at);
      return;
  }
  if (wanted.act === "override" || wanted.act === "revokeOverride") {
    if (!isPermitted(user.role, "credit")) throw new Refusal("not_allowed");
    if (wanted.act === "revokeOverride") return revokeOverride(scope, id, wanted.id, at);
    const { overrideFor, untilOn, reason } = wanted;
    return overrideHold(scope, id, { untilOn: overrideFor === "day" ? untilOn : null, reason }, at);
  }
  if (!isPermitted(user.role, "customers")) throw new Refusal("not_allowed");
  if (wanted.act === "invite") {
    const { act: _act, ...invitation } = wanted;
    return inviteColleague(scope, id, invitation, at);
  }
  if (wanted.act === "saveBuyer") {
    const { act: _act, id: buyerId, ...change } = wanted;
    return reviseColleague(scope, id, buyerId, change, at);
  }
  if (wanted.act === "disableBuyer" || wanted.act === "enableBuyer") {
    return reviseColleague(scope, id, wanted.id, { isDisabled: wanted.act === "disableBuyer" }, at);
  }
  await grantAccess(scope, [id], wanted.act === "grant", at);
}
