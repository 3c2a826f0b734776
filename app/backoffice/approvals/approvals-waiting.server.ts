import { whatsAppHref } from "#app/backoffice/recovery/message.ts";
import { approvalsWaitingIn } from "#app/domain/approvals/approval-list.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { ownAddress } from "#app/http/own-address.server.ts";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";

/** The orders that wait for an approver among the customers of a scope, or of one of them, each with a text ready to send. */
export async function approvalsToRemind(scope: Scope, customerId: number | null, asOf: Date) {
  const [rows, { companyName }] = await Promise.all([
    approvalsWaitingIn(scope, { customerId, limit: 5 }),
    settingsAsOf(asOf),
  ]);
  return rows.map(({ approver, ...row }) => {
    const locale = isLocale(approver?.locale ?? null) && approver?.locale === "en" ? "en" : "pt-BR";
    const w = wordsOf(approvalWords, locale);
    const first = approver?.name.split(" ")[0] ?? "";
    const link = ownAddress(paths.approval(row.id));
    const text = w.text(first, row.requesterName, companyName, formatCents(row.totalCents, locale), link);
    return { ...row, approverName: approver?.name ?? null, whatsApp: approver && whatsAppHref(approver.phone, text) };
  });
}

/** What the office's lists draw of them. */
export type ApprovalToRemind = Awaited<ReturnType<typeof approvalsToRemind>>[number];
