import { render, screen } from "@testing-library/svelte";
import { expect, it } from "vitest";
import type { Catalogue } from "#lib/api/types";
import { Names } from "#lib/market/catalogue";
import { emptyOffer } from "./draft";
import OfferForm from "./OfferForm.svelte";

/** What somebody has to answer: fields to type in, and choices that have a label of their own, each counted once. */
function asked(form: HTMLElement): string[] {
  const typed = "input:not([type=checkbox], [type=radio], [type=file], [aria-hidden=true]), textarea, select";
  const fields = [...form.querySelectorAll(`${typed}, fieldset:has(> legend.label):has(input[type=radio])`)];
  return fields.filter((field) => !field.closest("details:not([open])")).map((field) => field.outerHTML);
}

it("asks for eight things at most before anything is unfolded", () => {
  const names = new Names({ products: [], certificate_kinds: [] } as unknown as Catalogue);
  const { container } = render(OfferForm, { initial: emptyOffer(null), names, submit: "Đăng", onsend: () => Promise.resolve() });
  expect(screen.getByRole("button", { name: "Đăng" })).toBeTruthy();
  const fields = asked(container);
  expect(fields.length, fields.join("\n")).toBeGreaterThan(4);
  expect(fields.length, fields.join("\n")).toBeLessThanOrEqual(8);
});
