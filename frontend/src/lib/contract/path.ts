import type { ContractView } from "#lib/api/contracts";
import type { Side } from "#lib/api/types";
import { clock, dayOf, dayRange, shortDay } from "#lib/format";
import { t } from "#lib/i18n";

export interface Path {
  steps: { label: string; detail?: string }[];
  present: number;
}
type Facts = Pick<ContractView, "status" | "status_at" | "my_side" | "signatures" | "sign_by" | "terms">;

const short = (instant: string) => `${clock(instant)}, ${shortDay(dayOf(new Date(instant)))}`;

/** The six steps of a contract; whoever signs first comes first. */
export function contractPath(view: Facts): Path {
  const signedAt = (side: Side) => view.signatures.find((signature) => signature.side === side)?.at;
  const sides: Side[] = ["supplier", "buyer"];
  sides.sort((a, b) => (signedAt(a) ?? "9").localeCompare(signedAt(b) ?? "9"));
  const signing = sides.map((side) => {
    const at = signedAt(side);
    const label = side === view.my_side ? t("contract.step.me") : t(`contract.step.${side}`);
    return { label, detail: at ? short(at) : t("contract.step.before", { at: short(view.sign_by) }) };
  });
  const inForce = view.signatures.length === 2;
  const windows = view.terms.lines.map(({ window }) => window);
  const first = windows[0]?.from;
  const last = windows.at(-1)?.to;
  const steps: Path["steps"] = [
    { label: t("contract.step.agreed"), detail: shortDay(view.terms.made_on) },
    ...signing,
    { label: t("contract.step.in_force") },
    { label: t("contract.step.deliver"), ...(first && last ? { detail: dayRange(first, last) } : {}) },
    { label: t("contract.step.settled") },
  ];
  const present = view.status === "completed" ? steps.length : inForce ? 4 : 1 + view.signatures.length;
  return { steps, present };
}
