import { http, once, take } from "./http";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Line = Schemas["DeliveryLineView"];
export type Lines = Schemas["DeliveryLinesView"];
/** Which contract it is, where to, and whom to ring. */
export type Way = Schemas["WayView"];
export type Delivery = Schemas["DeliveryView"];
export type DeliveryState = "planned" | "dispatched" | "received" | "missed";
export type Debt = Schemas["DebtView"];
/** One of the debts that belong to the contract itself. */
export type Due = Schemas["DueView"];
export type DueKind = Schemas["DueKind"];
export type DuesView = Schemas["DuesView"];
/** A deposit of which nobody spoke while goods could come. */
export type LateDeposit = Schemas["LateDepositView"];
/** How the value of an accepted delivery is made up. */
export type Share = Schemas["ShareView"];
export type Payments = Schemas["PaymentPage"];
export type Rejection = Schemas["Rejection"];
/** What was found of a part of a delivery. */
export type Inspection = Schemas["InspectionView"];
export type InspectionBody = Schemas["InspectionBody"];
export type Measured = Schemas["Measured"];
/** What the contract promises beyond the grade. */
export type Promised = Schemas["QualityPromise"];
export type RejectReason = Schemas["RejectReason"];

const at = (id: string, number: number) => ({ params: { path: { id, number } } });

const target = ({ contract, line, due }: Debt) => ({ contract, line: line ?? null, due: due ?? null });

/** The weekly lines of a contract: sending, receiving, paying; every answer is all lines anew. */
export const lines = {
  of: (id: string) => take(http.GET("/api/v1/contracts/{id}/lines", { params: { path: { id } } })),
  /** What pays so much for a contract by transfer. */
  transfer: (id: string, amount: number) =>
    take(http.GET("/api/v1/contracts/{id}/transfer-code", { params: { path: { id }, query: { amount } } })),
  dispatch: (id: string, number: number, body: Schemas["DispatchBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/dispatch", { ...at(id, number), body })),
  nameDay: (id: string, number: number, body: Schemas["NameDayBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/day", { ...at(id, number), body })),
  answerDay: (id: string, number: number, body: Schemas["AnswerDayBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/day/answer", { ...at(id, number), body })),
  receive: (id: string, number: number, body: Schemas["ReceiveBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/receive", { ...at(id, number), body })),
  inspect: (id: string, number: number, body: InspectionBody, key: string) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/inspections", { ...at(id, number), body, ...once(key) })),
  correct: (id: string, number: number, entry: number, body: InspectionBody) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/inspections/{entry}/correct", { params: { path: { id, number, entry } }, body })),
  acceptRest: (id: string, number: number, body: Schemas["RestBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/accept-rest", { ...at(id, number), body })),
  declare: (id: string, number: number, body: Schemas["DeclareBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/declare-payment", { ...at(id, number), body })),
  confirm: (id: string, number: number) => take(http.POST("/api/v1/contracts/{id}/lines/{number}/confirm-payment", at(id, number))),
  dispute: (id: string, number: number, reason: string) =>
    take(http.POST("/api/v1/contracts/{id}/lines/{number}/dispute-payment", { ...at(id, number), body: { reason } })),
  withdraw: (id: string, number: number) => take(http.POST("/api/v1/contracts/{id}/lines/{number}/withdraw-payment", at(id, number))),
  declareSeveral: (items: readonly Debt[], reference: string | null) =>
    take(
      http.POST("/api/v1/payments/declare", {
        body: { items: items.map((item) => ({ ...target(item), amount: item.payment.amount ?? 0 })), reference },
      }),
    ),
  confirmSeveral: (items: readonly Debt[]) => take(http.POST("/api/v1/payments/confirm", { body: { items: items.map(target) } })),
  deliveries: (state?: DeliveryState, after?: string) =>
    take(http.GET("/api/v1/deliveries", { params: { query: { ...(state ? { state } : {}), page: { after: after ?? null } } } })),
  payments: (after?: string) => take(http.GET("/api/v1/payments", { params: { query: { page: { after: after ?? null } } } })),
};

const on = (id: string, due: DueKind) => ({ params: { path: { id, due } } });

/** Deposit, retention, and what of a deposit goes back; every answer is all lines anew. */
export const dues = {
  declare: (id: string, due: DueKind, body: Schemas["DeclareBody"]) =>
    take(http.POST("/api/v1/contracts/{id}/dues/{due}/declare-payment", { ...on(id, due), body })),
  confirm: (id: string, due: DueKind) => take(http.POST("/api/v1/contracts/{id}/dues/{due}/confirm-payment", on(id, due))),
  dispute: (id: string, due: DueKind, reason: string) =>
    take(http.POST("/api/v1/contracts/{id}/dues/{due}/dispute-payment", { ...on(id, due), body: { reason } })),
  withdraw: (id: string, due: DueKind) => take(http.POST("/api/v1/contracts/{id}/dues/{due}/withdraw-payment", on(id, due))),
};
