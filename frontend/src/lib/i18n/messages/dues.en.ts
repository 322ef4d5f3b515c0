import type { Translation } from "#lib/i18n/types";
import type vi from "./dues.vi";

export default {
  "dues.title": "Deposit and retention",
  "dues.more": "Deposit, retention",
  "dues.none": "none",
  "dues.deposit": "Deposit",
  "dues.deposit.hint":
    "Paid ahead to the cooperative, then set off against the first deliveries. Empty for none; at most 50% of the contract.",
  "dues.deposit.percent": "Deposit",
  "dues.deposit.days": "Paid after signing",
  "dues.deposit.amount": "Amount of the deposit",
  "dues.deposit.words": ({ percent, days }) =>
    days === 0 ? `${percent}%, on the day of the last signature` : `${percent}%, within ${days} days of the last signature`,
  "dues.retention": "Retention",
  "dues.retention.hint": "A part of the money of each delivery, paid after the last one. Empty for none; at most 10%.",
  "dues.retention.percent": "Kept back of each",
  "dues.retention.days": "Paid after the last",
  "dues.retention.words": ({ percent, days }) =>
    days === 0 ? `${percent}% of each delivery, paid after the last` : `${percent}% of each delivery, paid ${days} days after the last`,
  "dues.setOff": "Set off against deliveries",
  "dues.left": "Deposit not set off",
  "dues.retained": "Kept back so far",
  "dues.value": "Value of the delivery",
  "dues.offDeposit": "Less deposit",
  "dues.keptBack": "Less retention",
  "dues.toPay": "Left to pay",
  "dues.of.value": ({ amount }) => `worth ${amount}`,
  "dues.of.deposit": ({ amount }) => `deposit ${amount}`,
  "dues.of.retained": ({ amount }) => `kept back ${amount}`,
  "dues.withdraws.text":
    "Under article 328 of the Civil Code a buyer who withdraws loses the deposit not yet set off; a seller who withdraws gives it back and as much again. Not in force majeure or where the other side is at fault.",
  "dues.kept": ({ amount }) =>
    `The buyer ended it before all was delivered: under article 328 of the Civil Code ${amount} of the deposit stays with the seller unless the two agree otherwise.`,
  "dues.doubled": ({ amount }) =>
    `The seller ended it before all was delivered: beside what goes back, article 328 of the Civil Code asks for another ${amount} unless the two agree otherwise. They settle that between them.`,
  "due.deposit": "Deposit",
  "due.retention": "Retention",
  "due.return": "Deposit to give back",
  "due.line": ({ n }) => `Delivery ${n}`,
  "due.disputed": ({ note }) => `The payee says the money did not arrive: ${note}`,
  "due.late": ({ amount }) =>
    `Nobody said that the deposit was paid. If all of ${amount} was sent, say so here; the seller confirms it, or says that it did not arrive.`,
  "due.late.return": "No more goods come, so what is not set off goes back within 7 days of your word.",
  "due.late.kept": "The buyer ended the contract, so what is not set off stays with the seller unless the two agree otherwise.",
  "due.act.late": ({ amount }) => `All of ${amount} was sent`,
  "due.done.declare": "Payment declared. The other side confirms it.",
  "due.done.dispute": "The payer is told",
  "payment.back": "Deposits to give back",
  "state.payment.declared.supplier": "The seller says it is paid",
} satisfies Translation<typeof vi>;
